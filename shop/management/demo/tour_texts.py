"""Two of the demo's tours in further languages: Korean and French whole, Chinese with only its first texts."""

from outlets.models import Itinerary, TourText
from outlets.tours import translating

THIEN_CAM = "Một ngày từ Thành Sen ra biển Thiên Cầm"
HUONG_SON = "Hai ngày Hương Sơn: hươu, chè và suối nước sốt"

# {title: {language: (title, summary, price, [(name or "", reason) of each stop, in order])}}
TEXTS = {
    THIEN_CAM: {
        "ko": (
            "타인센에서 티엔껌 해변까지, 하루 여행",
            (
                "아침에는 꾸더 엿을 졸이는 솥이 한창 끓는 모습을 보고, 점심에는 바닷가에서 해산물을 맛봅니다. 오후에는 "
                "멸치가 느억맘이 되기까지의 이야기를 발효 창고에서 듣습니다."
            ),
            "1인 690,000동부터, 버스와 점심 식사 포함",
            [
                (
                    "",
                    "출발 전에 열세 고장의 특산품을 한 바퀴 둘러보고 맛보세요. 돌아오는 길에 무엇을 살지 미리 정할 수 있습니다.",
                ),
                ("", "이 시간이면 엿이 알맞게 졸아 있어, 따뜻한 쌀 과자 위에 붓는 모습을 볼 수 있습니다."),
                ("", "아침에 발효통 뚜껑을 여는 시간에 들어가 나무통에서 처음 떠낸 느억맘을 맛봅니다."),
                ("티엔껌 해변 해산물 점심", "갓 잡아 올린 오징어를 투명할 때 바로 맛봅니다."),
                ("티엔껌 해변", "오후 바람이 선선해질 무렵, 둥글게 휘어진 모래사장을 맨발로 걷습니다."),
                ("", "돌아오는 길에 포장된 꾸더를 사고, 따뜻한 녹차 한 사발과 함께 맛보세요."),
            ],
        ),
        "fr": (
            "De Thành Sen à la plage de Thiên Cầm, une journée",
            (
                "Le matin, on regarde cuire le caramel du cu đơ dans la grande poêle ; à midi, on déjeune de fruits de mer "
                "au bord de l’eau ; l’après-midi, on apprend dans les cuves comment l’anchois devient nước mắm."
            ),
            "À partir de 690 000 ₫ par personne, car et déjeuner compris",
            [
                (
                    "",
                    "Un tour des treize pays avant de partir : on goûte, et l’on sait déjà quoi acheter au retour.",
                ),
                (
                    "",
                    "À cette heure, le caramel est juste à point : on le voit couler sur les galettes encore chaudes.",
                ),
                ("", "On entre quand les cuves s’ouvrent, et l’on goûte le premier jus tiré du tonneau."),
                (
                    "Déjeuner de fruits de mer à Thiên Cầm",
                    "Des calmars à peine débarqués, encore transparents.",
                ),
                ("Plage de Thiên Cầm", "Marcher pieds nus le long de la baie quand le vent fraîchit."),
                ("", "Sur le chemin du retour, du cu đơ à emporter et un bol de thé vert."),
            ],
        ),
    },
    HUONG_SON: {
        "ko": (
            "흐엉선 1박 2일: 꽃사슴, 차밭, 온천",
            (
                "첫날은 응안포 강가의 꽃사슴 농장을 둘러보고 차 마을에서 묵습니다. 이튿날 아침에는 안개 속에서 찻잎을 따고, "
                "돌아가기 전에 온천에 발을 담급니다."
            ),
            "1인 1,850,000동부터, 16인승 차량과 1박 포함",
            [
                ("", "이곳에서 만나 지도를 받고, 앞으로 찾아갈 고장의 꿀을 맛봅니다."),
                ("", "오전 11시 30분까지 문을 엽니다. 점심 전에 녹용과 감귤을 골라 보세요."),
                ("포쩌우 점심 식사", "응안포 강에서 잡은 민물고기를 구워 냅니다."),
                ("", "이른 오후에 사슴들이 먹이를 먹으러 나옵니다. 놀라지 않게 가까이서 지켜봅니다."),
                ("", "무쇠솥에 손으로 차를 덖어 보고, 마을 가정집에서 쉬어 갑니다."),
                ("이른 아침의 차밭 언덕", "차밭에 안개가 남아 있을 때, 새순 하나에 잎 두 장씩 땁니다."),
                ("선낌 온천", "해가 높아지기 전에 따뜻한 온천에 발을 담급니다."),
                ("온천 옆 점심 식사", "라임 잎을 넣어 찐 토종닭과 대나무통밥입니다."),
            ],
        ),
        "zh-hans": (
            "香山两日游：梅花鹿、茶山与温泉",
            "第一天在岸浦河畔看梅花鹿，夜宿茶村；第二天清晨在薄雾中采茶，返程前泡一泡温泉足浴。",
            "每位1,850,000越南盾起，含16座车和一晚住宿",
            [("", "在此集合，领取地图，先尝一尝此行要去的地方所产的蜂蜜。")],
        ),
    },
}


def plant(person):
    """The texts, by the operator's own person; what is there stays."""
    there = set(TourText.objects.values_list("itinerary__title_vi", "language"))
    for title, languages in TEXTS.items():
        itinerary = Itinerary.objects.filter(title_vi=title).first()
        for language, texts in languages.items():
            if itinerary and (title, language) not in there:
                _write(itinerary, language, texts, person)


def _write(itinerary, language, texts, person):
    title, summary, price_note, of_stops = texts
    pairs = zip(itinerary.stops.all(), of_stops, strict=False)
    translating.write(
        itinerary,
        language,
        by=person,
        title=title,
        summary=summary,
        price_note=price_note,
        stops={stop.pk: {"name": name, "reason": reason} for stop, (name, reason) in pairs},
    )
