"""The VietQR code: EMVCo's format, the checksum, and a real decoder that reads it back."""

import shutil
import subprocess

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from office.payment import vietqr

ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
TAGS = st.integers(0, 62).map("{:02d}".format)
# An example written out by hand from NAPAS's document: static parts, then a checksum computed apart.
EXAMPLE = {"bank_bin": "999999", "account": "0000000000", "amount": 150_000, "purpose": "HT26000123"}


@pytest.mark.parametrize(
    ("text", "crc"),
    [("123456789", "29B1"), ("", "FFFF"), ("A", "B915")],  # published check values of CRC-16/CCITT-FALSE
)
def test_the_checksum_has_its_published_values(text, crc):
    assert vietqr.crc(text) == crc


def test_the_published_example_of_emvco_is_whole():
    """EMV QR Code Specification for Payment Systems, merchant-presented mode, annex: sample payload."""
    sample = (
        "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN"
        "5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A011223344998877070812345678"
    )
    assert vietqr.crc(sample + "6304") == "A13A"


def test_every_field_is_where_napas_wants_it():
    text = vietqr.payload(**EXAMPLE)
    assert text.startswith("00020101021238540010A00000072701240006999999011000000000000208QRIBFTTA")
    assert dict(vietqr.parse(text))["54"] == "150000"
    assert dict(vietqr.parse(text))["53"] == "704"
    assert vietqr.parse(dict(vietqr.parse(text))["62"]) == [("08", "HT26000123")]
    assert vietqr.is_whole(text)


@given(
    st.integers(1, 99_999_999_999),
    st.text(ALNUM, min_size=4, max_size=20),
    st.text("0123456789", min_size=6, max_size=19),
)
def test_what_is_built_is_read_back(amount, purpose, account):
    text = vietqr.payload(bank_bin="970436", account=account, amount=amount, purpose=purpose)
    fields = dict(vietqr.parse(text))
    whose = dict(vietqr.parse(dict(vietqr.parse(fields["38"]))["01"]))
    assert (int(fields["54"]), whose["01"], dict(vietqr.parse(fields["62"]))["08"]) == (
        amount,
        account,
        purpose,
    )
    assert vietqr.is_whole(text)


@given(st.integers(0, 80), st.sampled_from(ALNUM))
def test_one_changed_character_is_noticed(at, other):
    text = vietqr.payload(**EXAMPLE)
    changed = text[:at] + other + text[at + 1 :]
    assert vietqr.is_whole(changed) == (changed == text)


@given(st.lists(st.tuples(TAGS, st.text(ALNUM, min_size=1, max_size=99)), max_size=8))
def test_fields_survive_the_round_trip(fields):
    assert vietqr.parse(vietqr.build(fields)) == fields


@pytest.mark.parametrize("value", ["", "x" * 100, "đồng"])
def test_what_does_not_fit_is_no_field(value):
    with pytest.raises(ValueError, match="99 plain"):
        vietqr.build([("08", value)])


@pytest.mark.parametrize("text", ["0", "00x1a", "0005abc"])
def test_broken_lengths_are_refused(text):
    with pytest.raises(ValueError, match="no field"):
        vietqr.parse(text)


@pytest.mark.parametrize("amount", [1, 150_000, 12_345_678_901])
def test_a_real_decoder_reads_the_code(tmp_path, amount):
    if shutil.which("zbarimg") is None:
        pytest.skip("zbarimg is missing (Debian: apt install zbar-tools)")
    text = vietqr.payload(**EXAMPLE | {"amount": amount})
    picture = tmp_path / "code.png"
    segno.make(text, error="m", micro=False).save(picture, scale=6, border=3)
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=True
    )
    assert read.stdout.strip() == text
