// SPDX-License-Identifier: GPL-2.0-or-later
#include "lib/readers/isolated/sandbox.h"

#include <signal.h>
#include <sys/resource.h>

#include <array>
#include <cstddef>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__)) && !defined(TVAR_SANITIZED)
#define TVAR_HAS_SECCOMP
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
                                                        SYS_chmod,
                                                        SYS_chown
#endif
});

/// The kernel answers with EPERM; where it knows no filters, the limits stay.
void refuse_system_calls() {
  constexpr std::uint8_t kBehind = kRefused.size();
  // System calls of the x32 interface have this bit and would pass as others.
  constexpr std::uint32_t kForeign = 0x40000000;
  std::array<sock_filter, kRefused.size() + 6> program{};
  std::size_t at = 0;
  program[at++] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch));
  program[at++] = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 0, kBehind + 3);  // another: refused
  program[at++] = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr));
  program[at++] = BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, kForeign, kBehind + 1, 0);
  for (std::size_t i = 0; i < kRefused.size(); ++i) {
    // Over the calls behind this one and the line that allows.
    const auto jump = static_cast<std::uint8_t>(kRefused.size() - i);
    program[at++] = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kRefused[i], jump, 0);
  }
  program[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  program[at++] = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
  const sock_fprog filter{static_cast<unsigned short>(at), program.data()};
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
