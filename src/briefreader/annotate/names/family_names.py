"""Lists family names that stand before the given name, and the endings of family names, by which people are found."""

# Korean, Chinese and Vietnamese family names in their usual spellings, without those that are English words.
FAMILY_FIRST = frozenset(
    # Korean
    "Kim Lee Yi Rhee Park Pak Bak Choi Choe Jung Jeong Chung Kang Cho Yoon Yun Jang Chang Lim Im Rim Han Oh Seo Suh "
    "Shin Kwon Hwang Ahn Song Hong Ryu Yoo Yu Jeon Chun Ko Koh Moon Son Sohn Bae Pae Baek Paik Heo Hur Nam Noh Roh Ha "
    "Joo Ju Woo Koo Ku Min Jin Eom Chae Cheon Bang Kong Gong Hyun Ham Byun Yeom Yeo Choo Seok Seol Sung Wi Pyo Myung "
    "Ki Wang Geum Yuk Maeng Mo Tak Ri Ro Ryang "
    # Chinese
    "Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Hu Zhu Gao Lin Guo Luo Liang Xie Tang Deng Feng Peng Zeng Xiao Tian "
    "Dong Pan Yuan Cai Jiang Ye Cheng Wei Su Lu Ding Shen Ren Yao Cui Zhong Tan Fan Liao Jia Xia Fu Fang Zou Xiong Bai "
    "Meng Qin Qiu Hou Xue Yin Lei Hao Shao Shi Mao Hua Qi Xi Xing Nie Geng Zang Ning Ouyang Mu Pei Tong Tsai Hsieh "
    "Hsiao Hsu Tseng Chiang Chiu Tsao Chou Kuo Huo Cong Chai Qian Sha Ji Zheng Kung Leung Cheung Wong Kwok Chow Yip Ng "
    "Chua Teo Goh Ong Tay Quek Heng Gan Khaw Chee Lau Lui Foo Ho "
    # Vietnamese
    "Nguyen Nguyễn Tran Trần Le Lê Pham Phạm Hoang Hoàng Huynh Huỳnh Phan Vu Vũ Vo Võ Dang Đặng Bui Bùi Đỗ Ngo Ngô "
    "Duong Dương Ly Lý Dinh Đinh Truong Trương Tô Luong Lương Mai Doan Đoàn Trinh Trịnh Dao Đào Tạ Hà Cao Quach Chu "
    "Khuat Lai Vuong "
    # Khmer
    "Hun Sok Prak Sar Keo Ouk Chea Hor Var Mam Keat Koeung Meas Neth Pol".split()
)
# These English words are family names too, mostly of English-speaking countries.
WORDS_AS_FAMILY_NAMES = frozenset(
    "Breed Palm Brink Greenfield Don Abbey Archer Ash Ball Banks Barber Barnes Bass Beach Bean Best Bell Berry Bird "
    "Bishop Black Blunt Bond Booker Booth Bowen Bowman Branch Brand Bridges Brook Brooks Brown Buck Burns Bush Butler "
    "Byrd Cannon Cardin Carpenter Carter Carver Case Cash Chambers Chance Chase Church Clay Cleverly Coats Cole "
    "Collins Cook Cooper Cotton Crane Cross Curry Cruz Dale Day Dean Dell Diamond Dove Drake Driver Duke Earl Early "
    "East Emery English Farmer Field Fields Finch Finer Fisher Fish Fleet Flowers Forest Foot Foster Fountain Fox "
    "Franks Freeman French Frost Fuller Gardner Gates Glass Gold Good Goodwin Gore Grace Graham Graves Gray Green Grey "
    "Grove Gross Guest Gunn Hale Hall Hand Harding Hardy Harper Hart Hayes Haynes Head Heath Hill Hills Hinds Holder "
    "Holland Holmes Hood Hook Hope Horn Horne House Howe Hughes Humble Hunt Hunter Hurst Hutchins Ivory James Jewell "
    "Jordan Joyce Judge Justice Kane Keen Key King Kirk Knight Lake Lamb Lane Lawless Leach Lee Little Locke Long Lord "
    "Love Low Lowe Lynch Major March Marks Marsh Marshall Martin Mason Masters Mercer Mills Mead Meadows Meeks Miller "
    "Moon Moore More Moss Neal Newell Newman Nichols Noble North Oaks Page Paige Palmer Parish Park Parker Parks Peace "
    "Pearl Pepper Perry Piece Pike Piper Pitt Pole Pope Porter Posey Post Potter Powell Power Powers Price Prince "
    "Pryor Quick Quill Raab Ratcliffe Ray Read Reed Reeves Regan Reid Rice Rich Rivers Roe Rose Rowe Rush Ryder "
    "Sanders Sands Savage Sawyer Scott Sharp Shaw Shepherd Short Silver Singer Skinner Slaughter Small Smart Smith "
    "Snow Speaker Spear Speer Spencer Steel Steele Stern Stewart Stone Street Strong Summers Swan Swift Tapper Taylor "
    "Teller Temple Tester Thorn Thorne Tiller Trip Truss Tucker Turner Tyler Underwood Vance Vine Waddell Wade Walker "
    "Wall Wallace Walls Walters Ward Warden Ware Warner Warren Waters Watts Weaver Webb Weeks Wells West Wheeler White "
    "Wilder Williams Winter Winters Wise Wolf Wood Woods Woodward Wright Wolfe Young Youngs Sim Song Sun Son Ban Sung "
    "Gill Pal Das Sen Roy Kant Kumar Raj Mann Bose Nath Rana Mali Costa Rosa Reyes Santos Ramos Silva Pinto Prado "
    "Campos Salas Mora Luna Rio Sol Mar Blanc Blanco Petit Grand Legrand Roux Noir Klein Lang Kurz Schwarz Weiss Stark "
    "Fuchs Vogel Berg Stein Bauer Koch Richter Schmidt Hahn Haas Baum Holm Lund Strand Dahl Lind".split()
)
# Family names of many countries end so: `Sybiha` does not, `Ponomarenko`, `Mirzoyan` and `Frostadóttir` do.
_ENDINGS = tuple(
    "enko chuk skyi skyy skiy vych ovich evich wicz ović ević evski ovski ewski owski sson dóttir dottir poulos poulou "
    "akis idis oglu oğlu zadeh zoda escu adze idze shvili yan bekov bayev baev bayeva bekova ov ova ev eva yev yeva "
    "auskas aitis aitė ienė ainen onen inen manis".split()
)
_SHORTEST = 6


def has_family_ending(word: str) -> bool:
    """Return whether a capitalized word ends as family names of Eastern and Northern Europe and of Asia do."""
    return word[0].isupper() and len(word) >= _SHORTEST and word.lower().endswith(_ENDINGS)
