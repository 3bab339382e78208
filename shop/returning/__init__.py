"""After the order: cancelling, returns and what is paid back, invoices, reviews of what was delivered.

A record says what came apart and why (`Cancellation`, `FailedDelivery`, `Return`); the money follows in
`repaying`, the goods in the act of each, the parcel's stage in `shop.order.fulfilling`.
"""
