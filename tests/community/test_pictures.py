"""Only pictures pass, and they tell nothing but what is on them."""

from __future__ import annotations

import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.files import MOST_BYTES
from community.pictures import NotAPicture, TooLarge, picture
from tests.pictures import PLACE, exif, jpeg, png


@pytest.mark.parametrize("content", [png(), jpeg(), jpeg(way=6)])
def test_where_it_was_taken_is_taken_out(content: bytes) -> None:
    assert PLACE in content
    assert PLACE not in picture(content).content


def test_a_png_is_drawn_by_the_same_chunks() -> None:
    kept = picture(png())
    assert (kept.name, kept.kind) == ("picture.png", "image/png")
    assert [kept.content[at + 4 : at + 8] for at in (8, 33)] == [b"IHDR", b"IDAT"]
    size = int.from_bytes(kept.content[33:37])
    assert len(zlib.decompress(kept.content[41 : 41 + size])) == 72


def test_a_jpeg_keeps_its_scans_and_its_colours() -> None:
    kept = picture(jpeg())
    assert (kept.name, kept.kind) == ("picture.jpg", "image/jpeg")
    for part in (b"JFIF", b"ICC_PROFILE", b"dots\xff\0dots\xff\xd0dots", b"finer\xff\0dots"):
        assert part in kept.content
    assert kept.content.endswith(b"\xff\xd9")
    assert b"Exif" not in kept.content


@pytest.mark.parametrize("way", range(2, 9))
def test_which_way_up_it_was_held_is_kept(way: int) -> None:
    told = picture(jpeg(way=way)).content[2:]
    assert told.startswith(b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1")
    assert int.from_bytes(told[28:30]) == way


@pytest.mark.parametrize("way", [0, 9, 0xFFFF])
def test_a_way_up_that_there_is_not_is_left_out(way: int) -> None:
    assert b"Exif" not in picture(jpeg(way=way)).content


def test_what_was_made_clean_stays_as_it_is() -> None:
    for content in (png(), jpeg(way=3)):
        once = picture(content)
        assert picture(once.content) == once


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 ", b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!DOCTYPE html>", b"%PDF-1.7", b"\0\0\0\x18ftypheic", png()[:8], jpeg()[:3],
        b"\x89PNG\r\n\x1a\n" + b"\0\0\0\0IEND" + bytes(4), b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe1\0\x02\xff\xd9",
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        picture(content)


def test_what_breaks_off_is_refused_wherever_it_does() -> None:
    for whole in (png(told=b"")[:-1], jpeg(told=b"")[:-1]):
        for end in range(len(whole)):
            with pytest.raises(NotAPicture):
                picture(whole[:end])


def test_too_many_bytes_are_refused_as_such() -> None:
    with pytest.raises(TooLarge):
        picture(png(more=MOST_BYTES))


@given(st.binary(max_size=200), st.sampled_from([b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n"]))
def test_whatever_follows_a_beginning_is_read_or_refused(rest: bytes, begins: bytes) -> None:
    with suppress(NotAPicture):
        assert picture(begins + rest).is_picture


@given(st.binary(max_size=80))
def test_whatever_is_told_of_a_photograph_breaks_nothing(told: bytes) -> None:
    usual = exif(1, b"")
    strange = (b"Exif\0\0" + told).ljust(len(usual), b"\0")[: len(usual)]
    assert picture(jpeg(told=b"").replace(usual, strange)).is_picture
