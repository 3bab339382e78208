"""What the payments tell the rooms above. Sent inside the transaction, with the subject and the due locked.

`payment_settled(due, settlement)`: once, when a due has been paid in full. A receiver that raises
`Refused` (the goods are gone) takes nothing; the money stays and waits on the desk.
`payment_promised(due, attempt)`: the money comes later and somebody answers for it: cash on delivery
(confirmed where it must be), an invoice whose terms were approved. What was ordered may go.
`payment_under_way(due, until)`: the payer is paying; hold what is held until then.
`payment_waiting(attempt)`: it counts only once somebody confirms it (our own rooms ask for that).
`payment_failed(attempt)`: this try came to nothing; the due stays open.
`payment_late(due, settlement)`: money came for a closed due. Who can still deliver calls
`owing.reopen(due)`; otherwise a person decides.
`refund_done(refund)`: the money is back with the payer.
`refund_dropping(refund)`: a person wants it paid back no longer; who owes it all the same raises `Refused`.
`money_left(line)`: the bank says that a transfer left our account (`BankLine`, its amount below 0).
"""

from django.dispatch import Signal

payment_settled = Signal()
payment_promised = Signal()
payment_under_way = Signal()
payment_waiting = Signal()
payment_failed = Signal()
payment_late = Signal()
refund_done = Signal()
refund_dropping = Signal()
money_left = Signal()
