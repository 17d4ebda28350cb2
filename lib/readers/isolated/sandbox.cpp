// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/isolated/sandbox.h"

#include <signal.h>
#include <sys/resource.h>

#include <array>
#include <cstddef>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__)) && !defined(TVAR_SANITIZED)
#define TVAR_HAS_SECCOMP
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#endif

namespace tvar::readers {
namespace {

void limit(decltype(RLIMIT_CPU) resource, rlim_t soft, rlim_t hard) {
  const rlimit limits{soft, hard};
  ::setrlimit(resource, &limits);
}

void limit_memory([[maybe_unused]] rlim_t bytes) {
  // The sanitizers reserve terabytes of addresses for themselves.
#ifndef TVAR_SANITIZED
  limit(RLIMIT_AS, bytes, bytes);
#endif
}

#ifdef TVAR_HAS_SECCOMP

#ifdef __x86_64__
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#else
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#endif

/// What no reader has a reason to do. A list of what is allowed would be shorter to trust and would break with each
/// new version of a library.
constexpr auto kRefused = std::to_array<std::uint32_t>({SYS_socket,
                                                        SYS_socketpair,
                                                        SYS_connect,
                                                        SYS_bind,
                                                        SYS_execve,
                                                        SYS_execveat,
                                                        SYS_ptrace,
                                                        SYS_process_vm_readv,
                                                        SYS_process_vm_writev,
                                                        SYS_kill,
                                                        SYS_tkill,
                                                        SYS_unlinkat,
                                                        SYS_renameat2,
                                                        SYS_mkdirat,
                                                        SYS_linkat,
                                                        SYS_symlinkat,
                                                        SYS_fchmodat,
                                                        SYS_fchownat,
                                                        SYS_truncate,
                                                        SYS_ftruncate,
                                                        SYS_fallocate,
                                                        SYS_mknodat,
                                                        SYS_mount,
                                                        SYS_bpf,
                                                        SYS_io_uring_setup,
                                                        SYS_keyctl,
#ifdef __x86_64__
                                                        SYS_unlink,
                                                        SYS_rmdir,
                                                        SYS_rename,
                                                        SYS_mkdir,
                                                        SYS_link,
                                                        SYS_symlink,
                                                        SYS_creat,
                                                        SYS_mknod,
                                                        SYS_chmod,
                                                        SYS_chown
#endif
});

/// A call that opens a file, and which of its arguments holds the flags. openat2 has them in memory, which a filter can't
/// see, so it is not there at all: the C library then uses openat.
struct OpenCall {
  std::uint32_t number;
  std::uint32_t flags_argument;
};
constexpr auto kOpenCalls = std::to_array<OpenCall>({{SYS_openat, 2},
#ifdef __x86_64__
                                                     {SYS_open, 1}
#endif
});
/// Cutting a file to nothing needs no right to let it grow.
constexpr std::uint32_t kWritingFlags = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;

constexpr sock_filter statement(std::uint16_t code, std::uint32_t value) {
  return {code, 0, 0, value};
}
constexpr sock_filter jump(std::uint16_t code, std::uint32_t value, std::size_t when_true,
                           std::size_t when_false) {
  return {code, static_cast<std::uint8_t>(when_true), static_cast<std::uint8_t>(when_false), value};
}

constexpr std::size_t kProgramSize = 4 + 4 * kOpenCalls.size() + 1 + kRefused.size() + 3;

/// The filter. Each jump is counted in instructions after the next one; the last three answer.
constexpr std::array<sock_filter, kProgramSize> make_program() {
  constexpr std::uint16_t kLoad = BPF_LD | BPF_W | BPF_ABS;
  constexpr std::uint16_t kEqual = BPF_JMP | BPF_JEQ | BPF_K;
  constexpr std::uint16_t kAtLeast = BPF_JMP | BPF_JGE | BPF_K;
  constexpr std::uint16_t kAnyBit = BPF_JMP | BPF_JSET | BPF_K;
  constexpr std::uint16_t kAnswer = BPF_RET | BPF_K;
  // System calls of the x32 interface have this bit and would pass as others.
  constexpr std::uint32_t kForeign = 0x40000000;
  constexpr std::size_t kRefuse = kProgramSize - 2;
  constexpr std::size_t kUnknown = kProgramSize - 1;
  std::array<sock_filter, kProgramSize> program{};
  std::size_t at = 0;
  const auto to = [&at](std::size_t target) { return target - at - 1; };
  const auto add = [&](const sock_filter& instruction) { program[at++] = instruction; };
  add(statement(kLoad, offsetof(seccomp_data, arch)));
  add(jump(kEqual, kArchitecture, 0, to(kRefuse)));
  add(statement(kLoad, offsetof(seccomp_data, nr)));
  add(jump(kAtLeast, kForeign, to(kRefuse), 0));
  for (const OpenCall& call : kOpenCalls) {
    // The lower half, on machines whose bytes come in this order: all that this file is compiled for.
    const std::uint32_t flags = offsetof(seccomp_data, args) + 8 * call.flags_argument;
    add(jump(kEqual, call.number, 0, 3));
    add(statement(kLoad, flags));
    add(jump(kAnyBit, kWritingFlags, to(kRefuse), 0));
    add(statement(kAnswer, SECCOMP_RET_ALLOW));
  }
  add(jump(kEqual, SYS_openat2, to(kUnknown), 0));
  for (const std::uint32_t call : kRefused) add(jump(kEqual, call, to(kRefuse), 0));
  add(statement(kAnswer, SECCOMP_RET_ALLOW));
  add(statement(kAnswer, SECCOMP_RET_ERRNO | EPERM));
  add(statement(kAnswer, SECCOMP_RET_ERRNO | ENOSYS));
  return program;
}

/// Where the kernel knows no filters, the limits stay.
void refuse_system_calls() {
  std::array<sock_filter, kProgramSize> program = make_program();
  const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

#else
void refuse_system_calls() {}
#endif

}  // namespace

void enter_sandbox(std::uint64_t memory_bytes, std::uint64_t cpu_seconds) {
  limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + 5);
  limit(RLIMIT_CORE, 0, 0);
  // No file can grow; a library that tries gets an error instead of the signal.
  ::signal(SIGXFSZ, SIG_IGN);
  limit(RLIMIT_FSIZE, 0, 0);
  limit_memory(memory_bytes);
  refuse_system_calls();
}

}  // namespace tvar::readers
