"""Texts of our own in many languages, with the encodings in which each was saved before UTF-8."""

from typing import NamedTuple


class Sample(NamedTuple):
    """A text, the tag of its language, and the old encodings that hold all of its letters."""

    language: str
    text: str
    encodings: tuple[str, ...]


SAMPLES = (
    Sample(
        "en",
        "The Minister’s “plan” was adopted in Zürich. Both sides – France and Côte d’Ivoire – welcomed the "
        "€5 million fund.",
        (
            "cp1252",
            "mac_roman",
        ),
    ),
    Sample(
        "en",
        "The delegation met President Peña at the Élysée Palace and praised Brasília’s role.",
        ("cp1252",),
    ),
    Sample(
        "en",
        "Café talks: the envoys of São Tomé, Malmö and Reykjavík discussed the fishing accord with señor Núñez.",
        (
            "cp1252",
            "latin-1",
        ),
    ),
    Sample(
        "fr",
        "Les ministres des Affaires étrangères se sont réunis à Genève. Ils ont réaffirmé leur volonté de "
        "coopérer où la sécurité l’exige, malgré les délais.",
        ("cp1252",),
    ),
    Sample(
        "fr",
        "La délégation française a été reçue à l'hôtel de ville ; les deux parties ont signé un accord sur "
        "la pêche et les forêts.",
        (
            "cp1252",
            "latin-1",
            "iso8859-15",
            "mac_roman",
        ),
    ),
    Sample(
        "fr",
        "Le coût de l’opération s’élève à 12 € par tonne ; la cour a rappelé le cœur de l'œuvre commune et "
        "le rôle de l’Évêché.",
        ("cp1252",),
    ),
    Sample(
        "de",
        "Die Außenminister trafen sich in München und erörterten die Lage an der Straße von Hormus. Sie "
        "würdigten die jüngsten Fortschritte für die Bevölkerung.",
        (
            "cp1252",
            "latin-1",
            "iso8859-15",
            "mac_roman",
        ),
    ),
    Sample(
        "de",
        "„Wir müssen über Abrüstung reden“, erklärte die Ministerin. Die Gespräche in Österreich sollen im "
        "März weitergehen.",
        ("cp1252",),
    ),
    Sample(
        "es",
        "Los cancilleres se reunieron en Bogotá y acordaron una declaración conjunta sobre la cooperación "
        "económica. Mañana continuará la negociación en Perú.",
        (
            "cp1252",
            "latin-1",
            "iso8859-15",
        ),
    ),
    Sample(
        "es",
        "¿Qué dirá España? El embajador señaló que la próxima reunión será en Panamá, según el compañero Núñez.",
        (
            "cp1252",
            "latin-1",
        ),
    ),
    Sample(
        "pt",
        "Os ministros reuniram-se em São Paulo e manifestaram preocupação com a situação na região. A "
        "declaração será publicada amanhã, após a sessão.",
        (
            "cp1252",
            "latin-1",
            "iso8859-15",
        ),
    ),
    Sample(
        "it",
        "I due ministri si sono incontrati a Roma: la cooperazione è una priorità, perché la sicurezza della "
        "città dipende dalla libertà di navigazione. L'accordo sarà firmato lunedì e così potrà entrare in "
        "vigore più tardi.",
        (
            "cp1252",
            "latin-1",
        ),
    ),
    Sample(
        "nl",
        "De ministers bespraken de coördinatie van de financiële hulp en de ideeën van België over de zeeën.",
        (
            "cp1252",
            "latin-1",
        ),
    ),
    Sample(
        "sv",
        "Utrikesministrarna träffades på måndagen i Göteborg för att diskutera säkerheten i Östersjön. De är "
        "överens om att öka stödet.",
        (
            "cp1252",
            "latin-1",
        ),
    ),
    Sample(
        "da",
        "Udenrigsministrene mødtes på Færøerne og drøftede sikkerheden i Østersøen. De er enige om at øge "
        "støtten til områdets små øer.",
        (
            "cp1252",
            "latin-1",
        ),
    ),
    Sample(
        "fi",
        "Ulkoministerit tapasivat Jyväskylässä ja keskustelivat Itämeren turvallisuudesta. He päättivät "
        "jatkaa yhteistyötä ja lisätä tukea.",
        (
            "cp1252",
            "latin-1",
        ),
    ),
    Sample(
        "is",
        "Utanríkisráðherrarnir hittust í Reykjavík og ræddu um öryggi á norðurslóðum. Þeir ætla að auka "
        "samstarfið á næsta ári.",
        (
            "cp1252",
            "latin-1",
        ),
    ),
    Sample(
        "pl",
        "Ministrowie spraw zagranicznych spotkali się w Łodzi i omówili współpracę na rzecz bezpieczeństwa. "
        "Zgodzili się, że należy zwiększyć pomoc dla uchodźców.",
        (
            "cp1250",
            "iso8859-2",
        ),
    ),
    Sample(
        "pl",
        "Źródła dyplomatyczne podkreślają, że następna runda rozmów odbędzie się w Śląskim Uniwersytecie w "
        "październiku.",
        (
            "cp1250",
            "iso8859-2",
        ),
    ),
    Sample(
        "cs",
        "Ministři zahraničních věcí se sešli v Plzni a jednali o společné bezpečnosti. Shodli se, že je "
        "třeba zvýšit pomoc uprchlíkům a dodržovat závazky.",
        (
            "cp1250",
            "iso8859-2",
        ),
    ),
    Sample(
        "sk",
        "Ministri zahraničných vecí sa stretli v Košiciach a rokovali o spoločnej bezpečnosti. Ďalšie "
        "stretnutie sa uskutoční v máji, keď bude zmluva pripravená na podpis.",
        (
            "cp1250",
            "iso8859-2",
        ),
    ),
    Sample(
        "hu",
        "A külügyminiszterek Győrben találkoztak, és a közös biztonságról tárgyaltak. Megállapodtak abban, "
        "hogy növelik a menekülteknek nyújtott segítséget, és őrzik a békét.",
        (
            "cp1250",
            "iso8859-2",
        ),
    ),
    Sample(
        "ro",
        "Miniştrii de externe s-au întâlnit la Iaşi şi au discutat despre securitatea comună. Părţile au "
        "hotărât să mărească ajutorul pentru refugiaţi.",
        (
            "cp1250",
            "iso8859-2",
        ),
    ),
    Sample(
        "hr",
        "Ministri vanjskih poslova sastali su se u Šibeniku i raspravljali o zajedničkoj sigurnosti. Složili "
        "su se da će povećati pomoć izbjeglicama i da žele veću suradnju.",
        (
            "cp1250",
            "iso8859-2",
        ),
    ),
    Sample(
        "tr",
        "Dışişleri bakanları İzmir'de bir araya geldi ve bölgesel güvenliği görüştü. Taraflar, sığınmacılara "
        "yönelik yardımın artırılması için çalışacaklarını açıkladı.",
        (
            "cp1254",
            "iso8859-9",
        ),
    ),
    Sample(
        "tr",
        "Görüşmede Türkiye'nin barış çağrısı ele alındı. Bakan, “müzakereler sürüyor” dedi ve Şanlıurfa'ya geçti.",
        ("cp1254",),
    ),
    Sample(
        "lt",
        "Užsienio reikalų ministrai susitiko Šiauliuose ir aptarė bendrą saugumą. Jie sutarė, kad reikia "
        "didinti pagalbą pabėgėliams ir ginti taiką.",
        (
            "cp1257",
            "iso8859-13",
        ),
    ),
    Sample(
        "lv",
        "Ārlietu ministri tikās Liepājā un apsprieda kopējo drošību. Viņi vienojās, ka jāpalielina palīdzība "
        "bēgļiem un jāstiprina sadarbība.",
        (
            "cp1257",
            "iso8859-13",
        ),
    ),
    Sample(
        "ru",
        "Министры иностранных дел встретились в Казани и обсудили общую безопасность. Стороны договорились "
        "увеличить помощь беженцам и продолжить переговоры в марте.",
        (
            "cp1251",
            "koi8-r",
            "iso8859-5",
            "cp866",
            "mac_cyrillic",
        ),
    ),
    Sample(
        "ru",
        "Посол заявил: «Мы ждём ответа». Встреча пройдёт в Женеве – 14 марта.",
        ("cp1251",),
    ),
    Sample(
        "uk",
        "Міністри закордонних справ зустрілися у Львові й обговорили спільну безпеку. Сторони домовилися "
        "збільшити допомогу біженцям та їхнім сім'ям.",
        (
            "cp1251",
            "koi8-u",
        ),
    ),
    Sample(
        "bg",
        "Министрите на външните работи се срещнаха във Варна и обсъдиха общата сигурност. Страните се "
        "договориха да увеличат помощта за бежанците.",
        (
            "cp1251",
            "iso8859-5",
        ),
    ),
    Sample(
        "sr",
        "Министри спољних послова састали су се у Новом Саду и разговарали о заједничкој безбедности. "
        "Договорили су се да повећају помоћ избеглицама.",
        (
            "cp1251",
            "iso8859-5",
        ),
    ),
    Sample(
        "el",
        "Οι υπουργοί Εξωτερικών συναντήθηκαν στη Θεσσαλονίκη και συζήτησαν για την κοινή ασφάλεια. "
        "Συμφώνησαν να αυξήσουν τη βοήθεια προς τους πρόσφυγες.",
        (
            "cp1253",
            "iso8859-7",
        ),
    ),
    Sample(
        "el",
        "Άμεση έκκληση για ειρήνη: η συνάντηση ολοκληρώθηκε στην Αθήνα, όπως ανακοίνωσε ο υπουργός.",
        ("cp1253",),
    ),
    Sample(
        "ja",
        "両国の外務大臣は京都で会談し、地域の安全保障について意見を交わした。双方は難民への支援を増やすことで"
        "一致した。",
        (
            "cp932",
            "euc-jp",
            "iso2022-jp",
        ),
    ),
    Sample(
        "ja",
        "サミットは来月、カナダのトロントで開かれる予定です。首脳たちは共同声明を発表します。",
        (
            "cp932",
            "euc-jp",
        ),
    ),
    Sample(
        "zh-CN",
        "两国外交部长在成都举行会谈，讨论了地区安全问题。双方同意增加对难民的援助，并将于三月继续谈判。",
        (
            "gb2312",
            "gbk",
            "gb18030",
        ),
    ),
    Sample(
        "zh-CN",
        "联合声明说，我们将加强经贸合作，维护国际法，反对单边措施。",
        ("gbk",),
    ),
    Sample(
        "zh-TW",
        "兩國外交部長在臺中舉行會談，討論了區域安全問題。雙方同意增加對難民的援助，並將於三月繼續談判。",
        ("big5",),
    ),
    Sample(
        "zh-HK",
        "行政長官表示，歡迎各國領事團到訪，並會加強經貿合作。",
        ("big5",),
    ),
    Sample(
        "ko",
        "양국 외교장관은 부산에서 회담을 갖고 지역 안보 문제를 논의했다. 양측은 난민 지원을 늘리고 3월에 "
        "협상을 이어가기로 합의했다.",
        (
            "euc-kr",
            "cp949",
        ),
    ),
    Sample(
        "ko",
        "대통령은 “평화를 지키겠다”고 말했으며, 공동성명은 내일 발표된다.",
        (
            "euc-kr",
            "cp949",
        ),
    ),
    Sample(
        "ar",
        "اجتمع وزراء الخارجية في الدوحة وناقشوا الأمن المشترك في المنطقة. واتفق الجانبان على زيادة المساعدات "
        "للاجئين ومواصلة المفاوضات في شهر مارس.",
        (
            "cp1256",
            "iso8859-6",
        ),
    ),
    Sample(
        "he",
        "שרי החוץ נפגשו בחיפה ודנו בביטחון המשותף באזור. הצדדים הסכימו להגדיל את הסיוע לפליטים ולהמשיך את "
        "השיחות בחודש מרץ.",
        (
            "cp1255",
            "iso8859-8",
        ),
    ),
    Sample(
        "th",
        "รัฐมนตรีว่าการกระทรวงการต่างประเทศพบกันที่เชียงใหม่และหารือเรื่องความมั่นคงร่วมกัน ทั้งสองฝ่ายตกลงที่จะเพิ่มความช่วยเหลือแก่ผู้ลี้ภัย",
        (
            "cp874",
            "tis-620",
        ),
    ),
    Sample(
        "vi",
        "Hai bộ trưởng ngoại giao đã gặp nhau tại Đà Nẵng và thảo luận về an ninh chung. Hai bên đồng ý tăng "
        "viện trợ cho người tị nạn.",
        ("cp1258",),
    ),
)
