"""In Vietnamese."""

from .shape import Home, Text

HOME = Home(
    eyebrow="Mỗi xã một sản phẩm",
    headline="Đặc sản Hà Tĩnh, sao thật trên từng sản phẩm",
    lead="Mua thẳng từ hộ làm nghề và hợp tác xã. Mỗi ngôi sao gắn với một quyết định còn hiệu lực hôm nay.",
    fair_title="Hội chợ OCOP Hà Tĩnh",
    fair_text="Lịch hội chợ và danh sách gian hàng được công bố tại đây ngay khi ban tổ chức chốt ngày.",
    outlets_title="Điểm giới thiệu và bán sản phẩm",
    outlets_text="Xem, nếm và mua tận nơi: giờ mở cửa, hàng đang bày và đường đi của từng điểm. "
    "Có điểm giữ hàng đặt trên trang để bạn đến nhận.",
)

TEXTS = (
    Text(
        "dieu-khoan",
        "Điều khoản mua bán",
        "Bạn mua của ai, trả tiền thế nào, và mỗi bên phải làm gì.",
        "<h2>Người bán</h2><p>Người bán là chủ thể OCOP ghi trên từng sản phẩm và từng kiện hàng. Website này giới thiệu "
        "sản phẩm, nhận đơn và chuyển đơn tới chủ thể; hợp đồng mua bán là giữa bạn và chủ thể.</p>"
        "<h2>Đặt hàng</h2><p>Đơn hàng được lập khi bạn bấm nút đặt hàng và nhận được số đơn. Chủ thể xác nhận trong một "
        "ngày làm việc. Trước khi kiện hàng được giao cho bên vận chuyển, bạn có thể gọi điện để hủy mà không mất phí.</p>"
        "<h2>Giá và thanh toán</h2><p>Giá ghi bằng đồng Việt Nam, đã gồm thuế giá trị gia tăng nếu có. Phí giao được báo "
        "trước khi đặt. Hiện nay bạn trả tiền mặt khi nhận hàng. Rượu, bia phải thanh toán trước khi giao nên chưa đặt được trên website.</p>"
        "<h2>Ngôi sao OCOP</h2><p>Số sao hiển thị được tính từ giấy chứng nhận còn hiệu lực trong ngày bạn xem. Khi giấy hết "
        "hạn hoặc bị thu hồi, ngôi sao biến mất và trang sản phẩm nói rõ lý do.</p>",
        "rules",
    ),
    Text(
        "bao-mat",
        "Bảo vệ dữ liệu cá nhân",
        "Chúng tôi giữ ít nhất có thể, và nói rõ giữ để làm gì.",
        "<h2>Giữ những gì</h2><p>Tên, số điện thoại, địa chỉ nhận hàng và nội dung đơn hàng. Thư điện tử chỉ khi bạn cho.</p>"
        "<h2>Để làm gì</h2><p>Để giao hàng, giải quyết khiếu nại và lưu chứng từ theo luật thuế. Tin quảng bá chỉ gửi khi bạn "
        "tự đánh dấu đồng ý, và bạn rút lại được bất cứ lúc nào.</p>"
        "<h2>Ai được biết</h2><p>Chủ thể có hàng trong đơn của bạn và bên giao hàng. Chúng tôi không bán dữ liệu.</p>"
        "<h2>Quyền của bạn</h2><p>Bạn có quyền xem, sửa, nhận bản sao, rút lại đồng ý và yêu cầu xóa: làm ngay tại trang "
        '<a href="/du-lieu-ca-nhan/">dữ liệu cá nhân của bạn</a>, có ghi rõ thời hạn.</p>',
        "rules",
    ),
    Text(
        "giao-hang",
        "Giao hàng",
        "Mỗi chủ thể gửi một kiện; bạn thấy phí từng kiện trước khi đặt.",
        "<h2>Nơi giao</h2><p>Mọi xã, phường, đặc khu trong cả nước. Địa chỉ dùng tên đơn vị hành chính từ 01/7/2025; gõ tên xã "
        "cũ hệ thống vẫn tìm được.</p><h2>Thời gian</h2><p>Hàng khô từ 2 đến 5 ngày. Hàng tươi chỉ gửi vào đầu tuần để không nằm "
        "lại kho cuối tuần.</p><h2>Phí</h2><p>Một mức phí cho mỗi kiện của một chủ thể, ghi rõ trong giỏ hàng.</p>",
        "help",
    ),
    Text(
        "doi-tra",
        "Đổi trả và hoàn tiền",
        "Hàng hỏng, sai, thiếu: báo kèm ảnh, hàng tươi trong 48 giờ, hàng khác trong 7 ngày.",
        "<h2>Thực phẩm</h2><p>Vì an toàn, thực phẩm đã mở không nhận lại. Nếu hàng tới nơi bị hỏng, vỡ, sai loại hoặc hết hạn, "
        "hãy chụp ảnh và báo ngay trên trang đơn hàng: hàng tươi và đồ ăn liền trong 48 giờ, hàng khác trong 7 ngày, hàng không đúng mô tả "
        "trong 30 ngày kể từ khi giao. Bạn được đổi hoặc hoàn tiền. Chủ thể trả lời trong 3 ngày; nếu không đồng ý, bạn đề nghị sàn "
        "quyết định.</p><h2>Hàng thủ công</h2><p>Đổi trả trong 7 ngày nếu chưa "
        "sử dụng; người mua trả phí gửi lại, trừ khi lỗi do người bán.</p><h2>Hoàn tiền</h2><p>Trong 5 ngày làm việc kể từ khi "
        "chủ thể xác nhận.</p>",
        "rules",
    ),
    Text(
        "khieu-nai",
        "Giải quyết khiếu nại",
        "Ba bước, có thời hạn.",
        '<p>Bạn gửi tại trang <a href="/phan-anh/">phản ánh</a>, nơi ghi thời hạn đang áp dụng của từng bước.</p>'
        "<ol><li>Chủ thể trả lời và nêu cách giải quyết.</li>"
        "<li>Nếu chưa ổn, bạn chuyển cho sàn: sàn nghe hai bên rồi giải quyết.</li>"
        "<li>Nếu vẫn chưa ổn, bạn chuyển Sở Công Thương Hà Tĩnh, hoặc gọi tổng đài bảo vệ người tiêu dùng.</li></ol>"
        '<p>Nghi ngờ nhãn OCOP giả? Hãy <a href="/tra-cuu/">tra cứu chứng nhận</a> trước, rồi '
        '<a href="/phan-anh/?ve=label">báo cho chúng tôi</a>.</p>',
        "rules",
    ),
    Text(
        "xep-hang",
        "Cách xếp thứ tự sản phẩm",
        "Không ai mua được vị trí.",
        "<p>Danh sách mặc định xếp theo ngày công nhận mới nhất. Khi tìm kiếm, sản phẩm khớp đúng dấu trong tên đứng trước, rồi "
        "đến tên không dấu, tên chủ thể, địa danh. Không có vị trí trả tiền. Rượu, bia chỉ hiện với người đã xác nhận đủ 18 "
        "tuổi và không bao giờ được quảng bá.</p>",
        "rules",
    ),
    Text(
        "ocop-la-gi",
        "OCOP là gì?",
        "Mỗi xã một sản phẩm: chương trình phát triển kinh tế nông thôn từ nội lực.",
        "<p>Chủ thể đăng ký ý tưởng, làm hồ sơ, được hội đồng chấm điểm. Sản phẩm đạt được công nhận từ một đến năm sao bằng "
        "quyết định, có hiệu lực 36 tháng. Hết hạn phải đánh giá lại.</p><h2>Sao nghĩa là gì</h2><ul><li>Ba sao: đạt chuẩn, có "
        "thể phát triển lên.</li><li>Bốn sao: chất lượng cao, quy mô lớn hơn.</li><li>Năm sao: cấp quốc gia, có thể xuất khẩu.</li>"
        '</ul><h2>Kiểm tra một ngôi sao</h2><p>Số quyết định hoặc mã trên nhãn nhập vào trang <a href="/tra-cuu/">tra cứu</a> sẽ '
        "cho biết ngay chứng nhận còn hiệu lực hay không.</p>",
        "help",
    ),
    Text(
        "lien-he",
        "Liên hệ",
        "Gọi, viết thư, hoặc ghé văn phòng.",
        "<p>Thông tin liên hệ ở cuối mỗi trang. Về một sản phẩm cụ thể, hãy gọi thẳng cho chủ thể: số điện thoại có trên trang "
        "của họ.</p>",
        "help",
    ),
)
