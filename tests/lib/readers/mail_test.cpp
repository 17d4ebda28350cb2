// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "tests/lib/readers/read_result.h"

namespace tvar::readers {
namespace {

using Strings = std::vector<std::string>;

// What is attached is of these formats.
#if defined(TVAR_WITH_OFFICE) && defined(TVAR_WITH_ARCHIVES)
const Strings kPassedOver = {
    "foto.jpeg (no reader knows this extension), a.zip (archives in messages are not unpacked)"};

TEST(Mail, TextHeadersAndAttachments) {
  const ReadResult result = read(made("full.eml"), "full.eml");
  EXPECT_EQ(result.problems, Strings{"warning full.eml: attachments passed over: " + kPassedOver[0]});
  ASSERT_EQ(result.documents.size(), 3U);
  const std::string path = made("full.eml").string();
  const Document expected{.id = "full.eml",
                          .fields = {{"title", "Žádost o azylové bydlení v Přerově"},
                                     {"text", "Dobrý den,\n\nposílám žádost."},
                                     {"author", "Jana Nováková"},
                                     {"published", "2016-04-14"},
                                     {"language", "cs"},
                                     {"source", path}}};
  EXPECT_EQ(result.documents[0], expected);
  EXPECT_EQ(result.documents[1].id, "full.eml/žádost.docx");
  EXPECT_EQ(result.documents[1].value("title"), "Azylové bydlení");
  const Document forwarded{
      .id = "full.eml/message.eml",
      .fields = {{"title", "Přeposlaná"}, {"text", "Starší zpráva."}, {"source", path + "/message.eml"}}};
  EXPECT_EQ(result.documents[2], forwarded);
}
#endif

TEST(Mail, HtmlWhenThereIsNoPlainText) {
  const Document document = only_document(read(made("html.eml")));
  EXPECT_EQ(document.value("text"), "• šťastná\n• žena");
  EXPECT_EQ(document.value("author"), "petr@example.cz");
}

TEST(Mail, CharsetsAreCheckedAndBrokenBytesCounted) {
  const TemporaryFolder folder;
  const std::string wrong =
      "Subject: =?iso-8859-2?Q?=B9kola?=\nContent-Type: text/plain; charset=windows-1250\n\n";
  EXPECT_EQ(only_document(read(folder.write("a.eml", wrong + "šťastná žena a čeští učitelé"))).value("text"),
            "šťastná žena a čeští učitelé");
  const ReadResult broken = read(folder.write("b.eml", wrong + "šťastná \xFF žena"));
  EXPECT_EQ(broken.problems,
            Strings{"warning b.eml: 1 broken byte sequence was replaced by U+FFFD; read as UTF-8"});
  ASSERT_EQ(broken.documents.size(), 1U);
  EXPECT_EQ(broken.documents[0].value("title"), "škola");
}

TEST(Mail, WhatCannotBeReadIsNamed) {
  const TemporaryFolder folder;
  EXPECT_EQ(read(folder.write("a.eml", "")).problems, Strings{"warning a.eml: is empty"});
  EXPECT_EQ(read(folder.write("b.eml", std::string(1000, '\0'))).problems,
            Strings{"error b.eml: is no message of e-mail"});
  EXPECT_EQ(read(folder.write("c.eml",
                              "From: a@b.cz\nContent-Type: multipart/encrypted; boundary=x; "
                              "protocol=\"application/pgp-encrypted\"\n\n--x\n\n?\n--x--\n"))
                .problems,
            (Strings{"warning c.eml: a part of it is encrypted and was passed over",
                     "warning c.eml: holds no text"}));
}

#ifdef TVAR_WITH_OFFICE
TEST(Mailbox, ADocumentAMessage) {
  const ReadResult result = read(made("box.mbox"), "box.mbox");
  ASSERT_EQ(result.documents.size(), 5U);
  EXPECT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(result.documents[0].id, "box.mbox:1");
  EXPECT_EQ(result.documents[1].id, "box.mbox:2");
  EXPECT_EQ(result.documents[1].value("title"), "Zpráva 2");
  EXPECT_EQ(result.documents[1].value("text"), "Text 2.\n\nFrom Brna do Prahy.");
  EXPECT_EQ(result.documents[3].id, "box.mbox:3/žádost.docx");
}
#endif

TEST(Mailbox, WhatCannotBeReadIsNamed) {
  const TemporaryFolder folder;
  EXPECT_EQ(read(folder.write("a.mbox", "")).problems, Strings{"warning a.mbox: is empty"});
  EXPECT_EQ(read(folder.write("a.mbox", "Subject: a\n\ntext\n")).problems,
            Strings{"error a.mbox: is no mailbox: it does not begin with a line \"From …\""});
}

}  // namespace
}  // namespace tvar::readers
