"""Roundings of doubles by exact decimal arithmetic: value, decimals, text. Writes roundings.csv next to this file."""
import os
import random
import struct
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

random.seed(20260101)


def rounded(value, decimals):
    with localcontext() as context:
        context.prec = 1200
        quantum = Decimal(1).scaleb(-decimals)
        text = format(Decimal(value).quantize(quantum, rounding=ROUND_HALF_EVEN), "f")
    return text.lstrip("-") if set(text) <= set("-0.") else text


def cases():
    for _ in range(4000):  # ordinary sizes
        yield random.gauss(0, 10 ** random.uniform(-6, 6)), random.randint(0, 8)
    for _ in range(3000):  # ties that a double holds exactly
        decimals = random.randint(0, 6)
        yield (2 * random.randint(-4000, 4000) + 1) / 2 ** random.randint(1, 7), decimals
    for _ in range(2000):  # decimals that look like ties and are none
        decimals = random.randint(1, 6)
        yield (random.randint(-10**6, 10**6) + 0.5) / 10**decimals, decimals
    for _ in range(1000):  # any bits below 1e15
        while True:
            (value,) = struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))
            if value == value and abs(value) < 1e15:
                break
        yield value, random.randint(0, 12)


with open(os.path.join(os.path.dirname(__file__), "roundings.csv"), "w") as out:
    out.write("value,decimals,text\n")
    for value, decimals in cases():
        out.write(f"{value!r},{decimals},{rounded(value, decimals)}\n")
