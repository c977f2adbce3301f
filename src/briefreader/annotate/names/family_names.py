"""Lists family names that stand before the given name, and the endings of family names, by which people are found."""

# Korean, Chinese and Vietnamese family names in their usual spellings, without those that are English words.
FAMILY_FIRST = frozenset(
    # Korean
    "Kim Lee Yi Rhee Park Pak Bak Choi Choe Jung Jeong Chung Kang Cho Yoon Yun Jang Chang Lim Im Rim Han Oh Seo Suh "
    "Shin Kwon Hwang Ahn Song Hong Ryu Yoo Yu Jeon Chun Ko Koh Moon Son Sohn Bae Pae Baek Paik Heo Hur Nam Noh Roh Ha "
    "Joo Ju Woo Koo Ku Min Jin Eom Chae Cheon Bang Kong Gong Hyun Ham Byun Yeom Yeo Choo Seok Seol Sung Wi Pyo Myung "
    "Ki Wang Geum Yuk Maeng Mo Tak Ri Ro Ryang "
    # Chinese
    "Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Hu Zhu Gao Lin Guo Luo Liang Xie Tang Deng Feng Peng Zeng Xiao "
    "Tian Dong Pan Yuan Cai Jiang Yu Ye Cheng Wei Su Lu Ding Shen Ren Yao Cui Zhong Tan Fan Liao Wang Jia Xia Fu Fang "
    "Zou Xiong Bai Meng Qin Qiu Hou Xue Yin Lei Hao Gong Shao Shi Mao Hua Qi Xi Xing Nie Geng Zang Ning Ouyang Mu Pei "
    "Tong Tsai Hsieh Hsiao Hsu Tseng Chiang Chiu Tsao Chou Kuo Huo Cong Chai Qian Sha Ji Zheng Kung Leung Cheung Wong "
    "Kwok Chow Yip Ng Chua Teo Goh Ong Tay Quek Heng Gan Khaw Chee Lau Lui Foo Ho "
    # Vietnamese
    "Nguyen Nguyễn Tran Trần Le Lê Pham Phạm Hoang Hoàng Huynh Huỳnh Phan Vu Vũ Vo Võ Dang Đặng Bui Bùi Đỗ Ngo Ngô "
    "Duong Dương Ly Lý Dinh Đinh Truong Trương Tô Luong Lương Mai Doan Đoàn Trinh Trịnh Dao Đào Tạ Ha Hà Cao "
    "Quach Chu Tong Khuat Lai Vuong "
    # Khmer
    "Hun Sok Prak Sar Keo Ouk Chea Hor Var Mam Keat Koeung Meas Neth Pol ".split()
)
# Family names of many countries end so: `Sybiha` does not, `Ponomarenko`, `Mirzoyan` and `Frostadóttir` do.
_ENDINGS = tuple(
    "enko chuk skyi skyy skiy vych ovich evich wicz ović ević evski ovski ewski owski sson dóttir dottir poulos poulou "
    "akis idis oglu oğlu zadeh zoda escu adze idze shvili yan bekov bayev baev bayeva bekova ov ova ev eva yev yeva "
    "auskas aitis aitė ienė ainen onen inen ović manis".split()
)
_SHORTEST = 6


def has_family_ending(word: str) -> bool:
    """Return whether a capitalized word ends as family names of Eastern and Northern Europe and of Asia do."""
    return word[0].isupper() and len(word) >= _SHORTEST and word.lower().endswith(_ENDINGS)
