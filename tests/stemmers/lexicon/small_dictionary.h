// SPDX-License-Identifier: GPL-2.0-or-later
/// @file
/// A dictionary of a few entries in the manner of cs_CZ, with those of its rules that the entries need.
#pragma once

#include <string_view>

namespace tvar::stemmers::lexicon::test {

inline constexpr std::string_view kAff = R"(SET UTF-8
FORBIDDENWORD q

PFX N Y 1
PFX N 0 ne .
PFX E Y 1
PFX E 0 nej .
PFX W Y 3
PFX W 0 ne .
PFX W 0 nej .
PFX W 0 nejne .

SFX H Y 3
SFX H 0 u [^ey]
SFX H 0 em [^ey]
SFX H k cích k

SFX P Y 3
SFX P 0 a [^aeokl]
SFX P 0 ovi [^aeokl]
SFX P 0 ův/Y [^aeokl]

SFX Y Y 5
SFX Y ý á ý
SFX Y 0 ho í
SFX Y ův ova ův
SFX Y ův ovi ův
SFX Y 0 ch [ýí]

SFX R Y 2
SFX R ý ě [dntv]ý
SFX R ší i [eě]jší

SFX K Y 1
SFX K ý ost ý

SFX y Y 1
SFX y ý ější/E [dntv]ý

SFX A Y 2
SFX A at ám at
SFX A t l at

SFX T Y 2
SFX T at án at
SFX T at ána at

SFX B Y 2
SFX B u e u
SFX B u eš u

SFX O Y 3
SFX O 0 a l
SFX O 0 a n
SFX O 0 o n
)";

inline constexpr std::string_view kDic = R"(23
hrad/H
zámek/H
Novák
Novotný/Y
Adam/P
nový/YKRN
novější/YRE
velký/YN
větší/YE
dělat/ANT
vést/N
odvést/N
vedu/BN
odvedu/BN
vedl/ON
odvedl/ON
veden/ON
Brno
brněnský/Y
filozofie
filosofie
rámci
chybný/q
)";

}  // namespace tvar::stemmers::lexicon::test
