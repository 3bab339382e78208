"""In English."""

from .shape import Home, Text

HOME = Home(
    eyebrow="One Commune One Product",
    headline="Specialities of Hà Tĩnh, and every star is true",
    lead="Bought straight from households and co-operatives. Each star rests on a decision in force today.",
    fair_title="The OCOP fair of Hà Tĩnh",
    fair_text="The days of the fair and its stands are announced here as soon as they are fixed.",
    outlets_title="Showrooms and points of sale",
    outlets_text="See, taste and buy on the spot: opening hours, what is on the shelf and the way to each place. "
    "Some keep what you order here for you to fetch.",
)

TEXTS = (
    Text(
        "dieu-khoan",
        "Terms of sale",
        "Whom you buy from, how you pay, and what each side owes the other.",
        "<h2>The seller</h2><p>The seller is the OCOP producer named on each product and each parcel. This website shows "
        "the goods, takes the order and passes it on; the contract of sale is between you and the producer.</p>"
        "<h2>Ordering</h2><p>An order exists once you have pressed the order button and received its number. The producer "
        "confirms it within one working day. Until the parcel is with the carrier you may cancel by telephone, free of "
        "charge.</p>"
        "<h2>Prices and payment</h2><p>Prices are in Vietnamese đồng and include value added tax where it is due. You see "
        "the delivery fee before you order. For now you pay in cash when the parcel arrives; alcohol has to be paid before "
        "delivery, so it cannot be ordered here yet.</p>"
        "<h2>The OCOP star</h2><p>The stars shown are computed from the certificate in force on the day you look. When it "
        "ends or is withdrawn, the star disappears and the product page says why.</p>",
        "rules",
    ),
    Text(
        "bao-mat",
        "Your personal data",
        "We keep as little as we can, and say what for.",
        "<h2>What we keep</h2><p>Your name, telephone number, delivery address and what you ordered. Your e-mail only if "
        "you give it.</p>"
        "<h2>What for</h2><p>To deliver, to settle complaints and to keep the records tax law asks for. News and offers go "
        "only to those who ticked for them, and you can take that back at any time.</p>"
        "<h2>Who learns of it</h2><p>The producers whose goods you order, and the carrier. We sell no data.</p>"
        "<h2>Your rights</h2><p>You may see, correct and receive your data, take back a consent and ask for deletion. "
        "You do so on the page "
        '<a href="/en/du-lieu-ca-nhan/">your personal data</a>, which says how long each takes.</p>',
        "rules",
    ),
    Text(
        "giao-hang",
        "Delivery",
        "Each producer sends one parcel; you see the fee of each before you order.",
        "<h2>Where to</h2><p>Every commune, ward and special zone of Vietnam. Addresses use the units in force since 1 July "
        "2025; type the name of a former commune and it is still found.</p>"
        "<h2>How long</h2><p>Dry goods take 2 to 5 days. Fresh goods leave early in the week, so that they do not spend a "
        "weekend in a depot.</p>"
        "<h2>The fee</h2><p>One flat fee for the parcel of each producer, written in the basket.</p>",
        "help",
    ),
    Text(
        "doi-tra",
        "Returns and refunds",
        "Broken, wrong or missing: tell us with a picture, fresh food within 48 hours, other goods within 7 days.",
        "<h2>Food</h2><p>For safety, opened food is not taken back. If it arrives spoiled, broken, out of date or not as "
        "ordered, take a picture and report it on the order's page: fresh and ready-to-eat food within 48 hours, other "
        "goods within 7 days, goods not as described within 30 days of delivery. It is replaced or refunded. The "
        "producer answers within 3 days; if you do not agree, the shop decides.</p>"
        "<h2>Crafts</h2><p>Unused goods may be returned within 7 days; the buyer pays for sending them back unless the "
        "fault is the seller's.</p>"
        "<h2>Refunds</h2><p>Within 5 working days of the producer's confirmation.</p>",
        "rules",
    ),
    Text(
        "khieu-nai",
        "Complaints",
        "Three steps, each with a time limit.",
        '<p>Write on the page <a href="/en/phan-anh/">something is wrong</a>, which says how long each step takes.</p>'
        "<ol><li>The producer answers and says what it offers.</li>"
        "<li>If that does not settle it, you pass it to the shop, which hears both and decides.</li>"
        "<li>If it is still not right, you pass it to the Department of Industry and Trade of Hà Tĩnh, or call the consumer "
        "protection hotline.</li></ol>"
        '<p>An OCOP label looks false? First <a href="/en/tra-cuu/">check its certificate</a>, then '
        '<a href="/en/phan-anh/?ve=label">tell us</a>.</p>',
        "rules",
    ),
    Text(
        "xep-hang",
        "How products are ranked",
        "Nobody can buy a place.",
        "<p>Lists begin with the newest recognition. In a search, products whose name matches with its accents come first, "
        "then names without accents, makers and places. There are no paid places. Alcohol is shown only to visitors who "
        "declared to be 18, and is never featured.</p>",
        "rules",
    ),
    Text(
        "ocop-la-gi",
        "What is OCOP?",
        "One Commune One Product: a programme that builds the rural economy on what each place does best.",
        "<p>Producers register an idea, hand in a dossier and are scored by a council. What passes is recognised with one "
        "to five stars by a decision that holds for 36 months; then it has to be assessed again.</p>"
        "<h2>What the stars mean</h2><ul><li>Three: meets the standard and can grow.</li><li>Four: high quality, larger "
        "scale.</li><li>Five: national rank, fit for export.</li></ul>"
        "<h2>Check a star</h2><p>Type the decision number or the code from the label into the "
        '<a href="/en/tra-cuu/">certificate check</a>: it tells at once whether the certificate is in force.</p>',
        "help",
    ),
    Text(
        "lien-he",
        "Contact",
        "Call, write, or come by.",
        "<p>Our address and telephone are at the foot of every page. About a particular product, call its producer "
        "directly: the number is on their page.</p>",
        "help",
    ),
)
