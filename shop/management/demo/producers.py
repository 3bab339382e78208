"""45 invented producers in all 13 former districts.

Names, tax codes (3099… is not given out in Hà Tĩnh, the check digit is right) and telephone numbers
(095 belongs to no network any more) are fictional. Any likeness to a real maker is chance.
"""

from .shapes import Maker

HOUSEHOLD, GROUP, COOPERATIVE, ENTERPRISE = "household", "group", "cooperative", "enterprise"

PRODUCERS = (
    # Thành phố Hà Tĩnh
    Maker(
        "cu-do-bep-nha-lua", "Hộ kinh doanh Cu đơ Bếp Nhà Lụa", HOUSEHOLD, "3099000019", "18652",
        "Tổ dân phố Bắc Thượng", "Thôn Bắc Thượng, xã Thạch Đài, thành phố Hà Tĩnh", "+84950001101", 1996,
        "Bếp bắt đầu từ một chảo gang và gánh hàng bên quốc lộ. Ba thế hệ trong nhà vẫn thắng mật bằng củi phi lao, "
        "thử độ dẻo bằng bát nước lạnh như bà nội từng làm. Ngày thường bếp đỏ lửa từ bốn giờ sáng, giáp Tết thì thâu đêm.",
        "elder_woman",
    ),
    Maker(
        "duoc-thao-rao-cai", "Công ty Cổ phần Dược thảo Rào Cái", ENTERPRISE, "3099000386", "18100",
        "Số 27, đường Đồng Môn", "Xã Thạch Trung, thành phố Hà Tĩnh", "+84950001102", 2014,
        "Hai anh em rời nhà máy ở Vinh về quê dựng xưởng chiết bên sông Rào Cái. Công ty ký hợp đồng với hơn sáu mươi hộ "
        "trồng nghệ, gừng, kim tiền thảo và ghi nhật ký từng luống. Mỗi mẻ đều lưu mẫu ba năm.",
        "workshop",
    ),
    Maker(
        "muoi-dun-trang", "Hợp tác xã Muối biển Đụn Trắng", COOPERATIVE, "3099000756", "18100",
        "Tổ dân phố Vĩnh Phú", "Thôn Vĩnh Phú, xã Hộ Độ, huyện Lộc Hà (năm 2025 thuộc thành phố Hà Tĩnh)", "+84950001103", 2009,
        "Bốn mươi hai hộ diêm dân giữ lại mười chín héc ta ô nề giữa lúc nhiều nơi bỏ muối đi làm xa. "
        "Nước biển được lọc qua cát ba lượt, phơi trên nền trải bạt sạch rồi mới cào.",
        "team",
    ),
    # Thị xã Hồng Lĩnh
    Maker(
        "cu-do-chin-ngon", "Hộ kinh doanh Cu đơ Chín Ngọn", HOUSEHOLD, "3099001125", "18118",
        "Tổ dân phố 7", "Phường Đậu Liêu, thị xã Hồng Lĩnh", "+84950001104", 2011,
        "Quán nằm dưới chân núi Hồng, nơi xe khách dừng nghỉ. Chủ bếp từng học nghề ba năm ở thành phố trước khi tự mở lò, "
        "và đến nay vẫn tự tay chọn lạc.",
        "man",
    ),
    Maker(
        "tra-ngan-hong", "Tổ hợp tác Trà lá Ngàn Hống", GROUP, "3099001492", "18115",
        "Tổ dân phố Ngọc Sơn", "Phường Đức Thuận, thị xã Hồng Lĩnh", "+84950001105", 2018,
        "Mười bốn chị em trong chi hội phụ nữ trồng rau má, ngải và lá vối trên đất bãi ven núi. "
        "Máy sấy mua chung, sổ thu mua treo ở cửa cho ai cũng đọc được.",
        "team",
    ),
    # Hương Sơn
    Maker(
        "huou-sao-ngan-pho", "Hợp tác xã Hươu sao Ngàn Phố", COOPERATIVE, "3099001862", "18184",
        "Thôn Bảo Trung", "Thôn Bảo Trung, xã Quang Diệm, huyện Hương Sơn", "+84950001106", 2012,
        "Hợp tác xã gom ba mươi sáu hộ nuôi hươu dọc sông Ngàn Phố, chung một bác sĩ thú y và một kho lạnh. "
        "Mỗi con hươu có số tai, mỗi cặp nhung có phiếu ghi ngày cắt. Lợi nhuận chia theo lượng nhung góp, "
        "phần còn lại xây chuồng cho hộ mới.",
        "team",
    ),
    Maker(
        "nhung-dai-ngan-xanh", "Công ty Cổ phần Nhung hươu Đại Ngàn Xanh", ENTERPRISE, "3099002231", "18133",
        "Số 88, đường Nguyễn Tuấn Thiện", "Thị trấn Phố Châu, huyện Hương Sơn", "+84950001107", 2016,
        "Công ty đầu tư dây chuyền sấy thăng hoa đầu tiên trong vùng, giữ lát nhung nguyên màu và dễ bảo quản. "
        "Nguyên liệu mua của các hộ có hồ sơ đàn, trả tiền ngay trong ngày cắt.",
        "workshop",
    ),
    Maker(
        "nhung-ong-tu-rang", "Hộ kinh doanh Nhung hươu Ông Tư Rạng", HOUSEHOLD, "3099002601", "18196",
        "Thôn Trưng", "Thôn Trưng, xã Sơn Kim 1, huyện Hương Sơn", "+84950001108", 1998,
        "Ông Tư nuôi con hươu đầu tiên năm 1998, nay đàn nhà có hai mươi bảy con ăn lá vườn và cỏ voi. "
        "Ông vẫn viết tay lên từng túi nhung: số chuồng, tuổi hươu, giờ cắt.",
        "elder_man",
    ),
    Maker(
        "che-rao-an", "Hợp tác xã Chè và Du lịch Rào Àn", COOPERATIVE, "3099002979", "18199",
        "Thôn Làng Chè", "Thôn Làng Chè, xã Sơn Kim 2, huyện Hương Sơn", "+84950001109", 2015,
        "Đồi chè do công nhân nông trường để lại được các hộ cải tạo theo hướng VietGAP. Từ năm 2021 bảy gia đình "
        "sửa nhà đón khách, ban ngày hái chè, tối nhóm bếp nghe kể chuyện rừng.",
        "couple",
    ),
    Maker(
        "ong-trang-sim", "Hợp tác xã Nuôi ong Trảng Sim", COOPERATIVE, "3099003348", "18160",
        "Thôn 6", "Thôn 6, xã Sơn Lĩnh, huyện Hương Sơn", "+84950001110", 2013,
        "Thợ ong ở đây không chuyển đàn theo mùa hoa công nghiệp mà đặt thùng cố định ở bìa rừng. "
        "Sản lượng ít, nhưng mỗi thùng phuy đều truy được về vườn.",
        "man",
    ),
    Maker(
        "cam-bu-doi-voi", "Tổ hợp tác Cam bù Đồi Voi", GROUP, "3099003718", "18223",
        "Thôn Tượng Sơn", "Thôn Tượng Sơn, xã Hàm Trường, huyện Hương Sơn", "+84950001111", 2017,
        "Cam bù từng suýt mất giống vì bệnh vàng lá. Mười một hộ ở Đồi Voi giữ lại cây mẹ, ghép mắt trên gốc bưởi chua "
        "và mỗi năm trồng dặm thêm chừng hai trăm gốc.",
        "couple",
    ),
    # Đức Thọ
    Maker(
        "bun-ben-lang", "Hộ kinh doanh Bún khô Bến Làng", HOUSEHOLD, "3099004084", "18229",
        "Thôn Châu Nội", "Thôn Châu Nội, xã Tùng Ảnh, huyện Đức Thọ", "+84950001112", 2008,
        "Cả xóm làm bún tươi bán chợ, riêng nhà chị Bến học thêm cách phơi khô để gửi đi xa. "
        "Giàn phơi đặt trên bãi cao bên sông La, chỉ làm những ngày nắng.",
        "woman",
    ),
    Maker(
        "la-giang-xanh", "Hợp tác xã Nông nghiệp La Giang Xanh", COOPERATIVE, "3099004454", "18262",
        "Thôn Hạ Tứ", "Thôn Hạ Tứ, xã Bùi La Nhân, huyện Đức Thọ", "+84950001113", 2016,
        "Đất bãi ngoài đê năm nào cũng có phù sa mới. Hợp tác xã trồng nghệ xen ngô, dùng bã nghệ làm giá thể nấm, "
        "bã nấm lại bón cho nghệ.",
        "team",
    ),
    Maker(
        "moc-tay-chang", "Công ty TNHH Mộc Tay Chàng", ENTERPRISE, "3099004824", "18277",
        "Cụm công nghiệp làng nghề, thôn Bình Hà", "Xã Thanh Bình Thịnh, huyện Đức Thọ", "+84950001114", 2010,
        "Xưởng gồm mười sáu thợ mộc quê ở vùng làng nghề bên sông La, người nhiều tuổi nhất vào nghề từ năm mười ba tuổi. "
        "Mộng vẫn đục tay, chỉ dùng gỗ rừng trồng có hồ sơ.",
        "workshop",
    ),
    # Vũ Quang
    Maker(
        "cam-ngan-truoi", "Hợp tác xã Cam Ngàn Trươi", COOPERATIVE, "3099005190", "18313",
        "Thôn 4", "Thôn 4, xã Quang Thọ, huyện Vũ Quang", "+84950001115", 2014,
        "Khi hồ Ngàn Trươi dâng nước, các hộ chuyển lên đồi và trồng lại vườn từ đầu. "
        "Nay hợp tác xã có bốn mươi mốt héc ta cam, bưởi theo VietGAP, thu hoạch bằng kéo và xếp rọ lót lá.",
        "team",
    ),
    Maker(
        "ong-sao-la", "Tổ hợp tác Ong rừng Sao La", GROUP, "3099005560", "18313",
        "Thôn Hợp Lợi", "Thôn Hợp Lợi, xã Hương Minh, huyện Vũ Quang", "+84950001116", 2019,
        "Chín hộ sống sát vùng đệm vườn quốc gia đổi nghề đi rừng sang nuôi ong. "
        "Tổ giữ lệ: không đốt tổ, không lấy mật non và chừa lại một phần ba cho ong.",
        "man",
    ),
    Maker(
        "ruou-ben-loi", "Hộ kinh doanh Rượu nếp Bến Lội", HOUSEHOLD, "3099005930", "18322",
        "Thôn Mỹ Ngọc", "Thôn Mỹ Ngọc, xã Đức Lĩnh, huyện Vũ Quang", "+84950001117", 2003,
        "Nhà có giếng đá ong nước ngọt quanh năm và nồi đồng ông nội để lại. "
        "Rượu được khử tạp bằng lọc than, ủ chum sành ít nhất một trăm ngày rồi mới đóng chai.",
        "elder_man",
    ),
    Maker(
        "dau-lac-bai-boi", "Hợp tác xã Dầu lạc Bãi Bồi", COOPERATIVE, "3099006677", "18328",
        "Thôn Hương Đại", "Thôn Hương Đại, xã Đức Hương, huyện Vũ Quang", "+84950001118", 2017,
        "Bãi bồi sông Ngàn Sâu cho thứ lạc vỏ mỏng, nhiều dầu. Hợp tác xã ép nguội theo đơn trong tuần, không để dầu tồn kho "
        "và bán bã ép lại cho xã viên nuôi gà.",
        "couple",
    ),
    # Nghi Xuân
    Maker(
        "lac-bai-lam", "Hợp tác xã Lạc Bãi Lam", COOPERATIVE, "3099007046", "18364",
        "Thôn Hợp Phúc", "Thôn Hợp Phúc, xã Đan Trường, huyện Nghi Xuân", "+84950001119", 2012,
        "Một trăm hai mươi hộ trồng lạc trên đất cát ven sông Lam, gieo cùng ngày để thu cùng đợt. "
        "Lạc ngon để giống và bán nguyên vỏ, phần còn lại rang, làm kẹo ngay tại xưởng của hợp tác xã.",
        "team",
    ),
    Maker(
        "non-la-xuan-phuong", "Tổ hợp tác Nón lá Xuân Phượng", GROUP, "3099007416", "18373",
        "Thôn Tân Phượng", "Thị trấn Tiên Điền, huyện Nghi Xuân", "+84950001120", 2015,
        "Chừng hai chục phụ nữ lớn tuổi chằm nón những lúc nông nhàn. Lớp dạy nghề mở mỗi mùa hè cho học sinh trong xã, "
        "em nào chằm xong chiếc đầu tiên thì được mang về.",
        "elder_woman",
    ),
    Maker(
        "dua-luoi-gio-lao", "Hợp tác xã Nhà màng Gió Lào", COOPERATIVE, "3099007783", "18373",
        "Thôn Thành Vân", "Thôn Thành Vân, xã Xuân Thành, huyện Nghi Xuân", "+84950001121", 2020,
        "Ba kỹ sư trẻ thuê đất cát bỏ hoang gần biển dựng nhà màng, tưới nhỏ giọt theo cảm biến độ ẩm. "
        "Gió Lào khô nóng là nỗi lo của người trồng lúa, nhưng làm dưa ngọt hơn.",
        "man",
    ),
    Maker(
        "hai-san-lach-nam", "Hộ kinh doanh Hải sản Lạch Nam", HOUSEHOLD, "3099008152", "18394",
        "Thôn Song Nam", "Thôn Song Nam, xã Cương Gián, huyện Nghi Xuân", "+84950001122", 2006,
        "Chồng đi câu mực, vợ phơi ở nhà: con mực lên bờ đến giàn phơi chưa đầy hai mươi phút. "
        "Nhà chỉ bán hàng của thuyền mình và hai thuyền anh em.",
        "couple",
    ),
    Maker(
        "gom-dat-son", "Tổ hợp tác Gốm Đất Son", GROUP, "3099008522", "18394",
        "Thôn 7", "Thôn 7, xã Cổ Đạm, huyện Nghi Xuân", "+84950001123", 2019,
        "Nghề nặn nồi đất ở Cổ Đạm có lúc chỉ còn vài cụ bà theo. Năm 2019 một cô giáo mỹ thuật rủ các cụ mở lại lò, "
        "nung bằng rơm và vỏ lạc, thêm mẫu mới cho bếp hôm nay.",
        "elder_woman",
    ),
    # Can Lộc
    Maker(
        "cam-tra-son", "Hợp tác xã Cam Trà Sơn", COOPERATIVE, "3099009269", "18484",
        "Thôn Anh Hùng", "Thôn Anh Hùng, xã Thượng Lộc, huyện Can Lộc", "+84950001124", 2013,
        "Cam trồng trên đất đỏ lẫn sỏi dưới chân dãy Trà Sơn, ít nước nhưng đượm. "
        "Hợp tác xã bán theo lứa hái và ghi độ ngọt đo tại vườn lên từng thùng.",
        "couple",
    ),
    Maker(
        "gio-bep-nghen", "Hộ kinh doanh Giò chả Bếp Nghèn", HOUSEHOLD, "3099009639", "18406",
        "Thôn 3", "Thị trấn Nghèn, huyện Can Lộc", "+84950001125", 2001,
        "Thịt lấy ở lò mổ có kiểm dịch lúc ba giờ sáng, giã khi còn ấm, năm giờ giò đã vào nồi. "
        "Bếp không dùng hàn the, ngày nào làm ngày ấy bán.",
        "woman",
    ),
    Maker(
        "lang-co-song-nghen", "Hợp tác xã Du lịch Làng cổ Sông Nghèn", COOPERATIVE, "3099010377", "18436",
        "Thôn Phúc Trường", "Thôn Phúc Trường, xã Kim Song Trường, huyện Can Lộc", "+84950001126", 2020,
        "Mười hai gia đình mở cửa nhà vườn đón khách, nấu cơm quê và hát ví phường vải. "
        "Một phần năm tiền phòng góp vào quỹ trùng tu đường làng.",
        "team",
    ),
    # Lộc Hà
    Maker(
        "thuy-san-cua-gio", "Công ty TNHH Thủy sản Cửa Gió", ENTERPRISE, "3099010747", "18568",
        "Thôn Sông Hải", "Thôn Sông Hải, xã Thạch Kim, huyện Lộc Hà", "+84950001127", 2011,
        "Công ty đặt xưởng ngay cảng cá, có kho lạnh âm hai mươi độ và nhà ủ chượp một trăm hai mươi bể. "
        "Nhân công phần lớn là vợ các thuyền viên trong vùng.",
        "workshop",
    ),
    Maker(
        "ngan-trung", "Hợp tác xã Chăn nuôi Ngàn Trứng", COOPERATIVE, "3099011116", "18409",
        "Thôn Tân Thượng", "Thôn Tân Thượng, xã Tân Lộc, huyện Lộc Hà", "+84950001128", 2018,
        "Gà thả vườn keo, ăn ngô, thóc và giun quế do hợp tác xã tự nuôi. "
        "Trứng soi từng quả, in ngày nhặt lên vỏ.",
        "woman",
    ),
    # Thạch Hà
    Maker(
        "cu-do-ba-gian", "Hộ kinh doanh Cu đơ Ba Gian", HOUSEHOLD, "3099011483", "18562",
        "Thôn 8", "Thị trấn Thạch Hà, huyện Thạch Hà", "+84950001129", 1989,
        "Tên bếp lấy theo căn nhà ba gian bên sông Cày, nơi ông bà chủ nấu mẻ kẹo đầu tiên. "
        "Bếp nổi tiếng trong vùng vì không nhận đặt hàng sau rằm tháng Chạp: hết sức thì nghỉ.",
        "couple",
    ),
    Maker(
        "gao-dong-sen", "Hợp tác xã Nông nghiệp Đồng Sen", COOPERATIVE, "3099011853", "18601",
        "Thôn Hòa Bình", "Thôn Hòa Bình, xã Việt Tiến, huyện Thạch Hà", "+84950001130", 2010,
        "Cánh đồng năm mươi héc ta liền thửa, một giống, một lịch, không ruộng nào phun riêng. "
        "Lúa gặt về sấy ở bốn mươi độ, xát theo đơn nên bao gạo đến tay còn thơm cám.",
        "team",
    ),
    Maker(
        "nuoc-mam-dun-cat", "Hợp tác xã Nước mắm Đụn Cát", COOPERATIVE, "3099012222", "18604",
        "Thôn Bắc Hải", "Thôn Bắc Hải, xã Thạch Hải, huyện Thạch Hà", "+84950001131", 2015,
        "Mười tám hộ góp bể ủ vào một khu riêng giữa rừng phi lao, cách biển ba trăm mét. "
        "Chượp dùng chum sành, phơi nắng đánh khuấy mỗi sáng.",
        "woman",
    ),
    Maker(
        "rau-gio-nom", "Hợp tác xã Rau củ Gió Nồm", COOPERATIVE, "3099013339", "18619",
        "Thôn Bắc Văn", "Thôn Bắc Văn, xã Thạch Văn, huyện Thạch Hà", "+84950001132", 2016,
        "Vùng cát ven biển được cải tạo bằng phân chuồng và bèo ủ. Hợp tác xã trồng luân canh vừng, lạc, khoai, rau "
        "và đóng gói ngay đầu bờ.",
        "team",
    ),
    Maker(
        "cu-do-mat-vang", "Hộ kinh doanh Cu đơ Mật Vàng", HOUSEHOLD, "3099013709", "18685",
        "Thôn Tam Trung", "Thôn Tam Trung, xã Cẩm Vịnh, huyện Cẩm Xuyên", "+84950001133", 2004,
        "Chị chủ là con gái một nhà ép mía nên kén mật hơn kén lạc. "
        "Xưởng mới có khu đóng gói kín, khách ghé được nhìn người làm qua ô kính.",
        "woman",
    ),
    Maker(
        "may-tre-ben-luu", "Tổ hợp tác Mây tre Bến Lưu", GROUP, "3099014075", "18634",
        "Thôn Trung Tiến", "Thôn Trung Tiến, xã Lưu Vĩnh Sơn, huyện Thạch Hà", "+84950001134", 2014,
        "Tre lấy trong làng, ngâm bùn sáu tháng rồi hun khói rơm nên không cần hóa chất chống mọt. "
        "Người trẻ trong tổ học thêm cách vẽ mẫu, người già giữ tay đan.",
        "elder_man",
    ),
    # Cẩm Xuyên
    Maker(
        "nuoc-mam-song-cam", "Công ty TNHH Nước mắm Sóng Cầm", ENTERPRISE, "3099014445", "18676",
        "Thôn Hải Bắc", "Thôn Hải Bắc, xã Cẩm Nhượng, huyện Cẩm Xuyên", "+84950001135", 2007,
        "Từ hai chum mắm của mẹ, ba anh em dựng xưởng có phòng kiểm nghiệm đạm riêng. "
        "Công ty mua cá cơm của bốn mươi thuyền, cân tại bến, không qua nậu vựa.",
        "workshop",
    ),
    Maker(
        "doi-che-vang", "Hợp tác xã Chăn nuôi Đồi Chè Vằng", COOPERATIVE, "3099014815", "18748",
        "Thôn 4", "Thôn 4, xã Cẩm Minh, huyện Cẩm Xuyên", "+84950001136", 2017,
        "Gà chạy đồi, lợn ăn bã rượu, phân ủ bón lại cho chè vằng: một vòng khép kín mà xã viên gọi đùa là “không vứt đi cái gì”. "
        "Lò giết mổ nhỏ của hợp tác xã có cán bộ thú y đóng dấu hằng ngày.",
        "couple",
    ),
    Maker(
        "banh-da-me-gion", "Hộ kinh doanh Bánh đa Mè Giòn", HOUSEHOLD, "3099015181", "18673",
        "Thôn 12", "Thị trấn Cẩm Xuyên, huyện Cẩm Xuyên", "+84950001137", 1999,
        "Bánh tráng tay từng chiếc trên nồi hơi, rắc vừng khi bánh còn ướt để hạt bám chắc. "
        "Mỗi ngày nhà làm bốn trăm chiếc, mưa thì nghỉ.",
        "elder_woman",
    ),
    # Kỳ Anh (huyện)
    Maker(
        "nuoc-mam-ganh-son", "Hợp tác xã Nước mắm Gành Son", COOPERATIVE, "3099015551", "18766",
        "Thôn Lê Lợi", "Thôn Lê Lợi, xã Kỳ Xuân, huyện Kỳ Anh", "+84950001138", 2016,
        "Bãi gành đá đỏ là nơi thuyền thúng cập mỗi sáng. Hợp tác xã muối cá ngay tại bến bằng muối Hộ Độ để qua năm, "
        "ủ mười tám tháng mới kéo rút.",
        "team",
    ),
    Maker(
        "ong-rao-tro", "Hợp tác xã Ong mật Rào Trổ", COOPERATIVE, "3099015921", "18844",
        "Thôn Mỹ Thuận", "Thôn Mỹ Thuận, xã Kỳ Sơn, huyện Kỳ Anh", "+84950001139", 2018,
        "Đầu nguồn Rào Trổ còn nhiều chay, dẻ và chân chim. Các hộ đặt ong quanh vườn chè, không phun thuốc suốt mùa hoa.",
        "man",
    ),
    # Thị xã Kỳ Anh
    Maker(
        "hai-san-vung-xanh", "Công ty TNHH Hải sản Vũng Xanh", ENTERPRISE, "3099016298", "18781",
        "Tổ dân phố Tam Hải", "Thôn Tam Hải 2, xã Kỳ Ninh, thị xã Kỳ Anh", "+84950001140", 2013,
        "Công ty có nhà phơi năng lượng mặt trời, tránh bụi và mưa bất chợt. "
        "Mỗi lô hàng kèm mã tra được tên thuyền và ngày đánh bắt.",
        "workshop",
    ),
    Maker(
        "cay-canh-song-tri", "Hộ kinh doanh Vườn cây cảnh Sông Trí", HOUSEHOLD, "3099016668", "18754",
        "Tổ dân phố Hưng Lợi", "Phường Hưng Trí, thị xã Kỳ Anh", "+84950001141", 2009,
        "Thầy giáo về hưu mê cây, vườn một sào có hơn ba trăm chậu sanh, mai, lộc vừng. "
        "Ông chỉ nhân giống từ cây nhà, không mua cây đào từ rừng.",
        "elder_man",
    ),
    # Hương Khê
    Maker(
        "buoi-song-tiem", "Hợp tác xã Bưởi Sông Tiêm", COOPERATIVE, "3099017037", "18547",
        "Thôn Phú Lập", "Thôn Phú Lập, xã Hương Trạch, huyện Hương Khê", "+84950001142", 2011,
        "Bảy mươi hai hộ có vườn trong vùng chỉ dẫn địa lý Phúc Trạch. Sau trận lũ 2020 hợp tác xã dựng kho cao "
        "và vườn ươm chung để cho nhau mượn cây giống.",
        "team",
    ),
    Maker(
        "vuon-ba-thuoc", "Hộ kinh doanh Vườn quả Bà Thược", HOUSEHOLD, "3099017407", "18550",
        "Thôn Trung Thượng", "Thôn Trung Thượng, xã Lộc Yên, huyện Hương Khê", "+84950001143", 2005,
        "Bà Thược trồng cam ở Khe Mây từ khi đường vào còn lội suối. Nay con trai lo tưới và bán hàng qua điện thoại, "
        "bà vẫn là người quyết ngày hái.",
        "elder_woman",
    ),
    Maker(
        "mat-mia-khe-nau", "Tổ hợp tác Mật mía Khe Nâu", GROUP, "3099017774", "18496",
        "Thôn Phú Lễ", "Thôn Phú Lễ, xã Phú Gia, huyện Hương Khê", "+84950001144", 2016,
        "Cuối năm cả thôn nấu mật, khói thơm bay sang tận ga tàu. Tổ có ba lò dùng chung, "
        "quanh năm nhận thêm việc làm kẹo và trông vườn bưởi, đàn ong của các nhà.",
        "couple",
    ),
    Maker(
        "tram-ngan-sau", "Công ty TNHH Trầm hương Ngàn Sâu", ENTERPRISE, "3099018143", "18547",
        "Thôn 9", "Thôn 9, xã Phúc Trạch, huyện Hương Khê", "+84950001145", 2015,
        "Cây dó trồng trong vườn nhà từ hai mươi năm trước, nay đến tuổi khai thác. "
        "Công ty mua dó có giấy xác nhận nguồn gốc, tận dụng từ lõi làm vòng đến bột làm hương.",
        "workshop",
    ),
)  # fmt: skip
