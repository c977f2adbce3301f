"""A library of a body whose leaders also issue joint statements that tell of no meeting."""

BRIEFS = {
    "1.md": """---
title: Joint Statement of the Corvid Leaders on Fisheries
date: 2021-02-01
---
We, the leaders of Corvid, stand for rules that let our fisheries prosper, and for counter-lantern patrols.
""",
    "2.md": """---
title: Corvid Leaders meet in Oslo
date: 2021-05-04
series: Corvid Leaders
ordinal: 1
sides: [Norway, Chile]
---
The leaders of Norway and Chile met in Oslo on 4 May 2021 and spoke of the price of herring.
""",
    "3.md": """---
title: Corvid Leaders' Statement to Mark One Year of Corvid
date: 2022-05-04
---
We look back on a year in which our lantern patrols found every lost net.
""",
    "4.md": """---
title: Statement by Press Secretary Ruth Carr on Corvid
date: 2022-05-05
---
Ruth Carr spoke on lantern patrols of Corvid.
""",
    "5.md": """---
title: Heron Working Group, first meeting
date: 2022-06-01
series: Heron Working Group
ordinal: 1
sides: [Norway, Peru]
---
The officials of Norway and Peru met in Lima on 1 June 2022 and counted herons.
""",
    "6.md": """---
title: Joint Leaders Statement on Heron
date: 2021-06-01
---
We found Heron for the herons of our coasts.
""",
    "7.md": """---
title: Media Advisory for the Summit of the Corvid Leaders
date: 2023-05-05
meeting: {series: Corvid Leaders}
---
The leaders of Norway and Chile will meet in Lima on 9 May 2023.
""",
}
