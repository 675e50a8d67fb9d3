"""Reference table of the normal, t, chi-squared and F distributions and of ln and exp.

    python3 make.py > table.json

Needs mpmath (written with 1.3.0). Every tail is a density in closed form times an integral

    beta:   I_x(a, b) = x^a y^(b-1) / B(a, b)  int_0^inf exp(-a v) ((1 - x exp(-v)) / y)^(b-1) dv,  y = 1 - x
    gamma:  P(a, x)   = x^a e^-x / Gamma(a)    int_0^inf exp(-a v + x (1 - exp(-v))) dv
            Q(a, x)   = x^a e^-x / Gamma(a)    int_0^inf exp(-x s) (1 + s)^(a-1) ds

whose integrand falls from 1 when the tail is the one beyond the mean; the other tail is its complement.
It is integrated by Gauss-Legendre on intervals that double in length, to 30 digits or more. The program
under test uses neither quadrature nor these integrals. Some rows are checked against mpmath's own
incomplete functions while the table is made.

Rows are [x, cdf, sf, logSf, p, ppf(p), q, isf(q)]: x, p and q are doubles, the rest strings of 22 digits, null
where a value is outside the range of normal doubles or a quantile is ill determined. Rows of `elementary` are
[x, ln x, e^x].
"""
import json
import sys

from mpmath import beta, betainc, exp, expm1, gamma, gammainc, log, loggamma, log1p, mp, mpf, nstr, quad

mp.dps = 60
SMALLEST = mpf("1e-305")
CHECKS = 0


def integral(g):
    """int_0^inf exp(g(v)) dv for g that falls from 0."""
    end = mpf(1)
    while g(end) > -90:
        end *= 2
    while g(end / 2) < -90:
        end /= 2
    points = [0] + [mpf(2) ** -k for k in range(20, -1, -1)]
    with mp.workdps(40):
        value, error = quad(lambda u: exp(g(end * u)), points, method="gauss-legendre", error=True)
    assert error < value * mpf("1e-30"), (error, value)
    return end * value


def log_beta_density(a, b, odds):
    log_y = -log1p(odds)
    log_x = log(odds) + log_y
    return a * log_x + b * log_y - loggamma(a) - loggamma(b) + loggamma(a + b)


def beta_below_mean(a, b, odds):
    x, y = odds / (1 + odds), 1 / (1 + odds)
    area = integral(lambda v: -a * v + (b - 1) * log1p(-x * expm1(-v) / y))
    return log_beta_density(a, b, odds) - log(y) + log(area)


def beta_tails(a, b, odds):
    """(ln I_x(a, b), ln (1 - I_x(a, b)), density of the log-odds), x = odds / (1 + odds)."""
    a, b, odds = mpf(a), mpf(b), mpf(odds)
    if odds * b <= a:
        lower = beta_below_mean(a, b, odds)
        upper = log1p(-exp(lower))
    else:
        upper = beta_below_mean(b, a, 1 / odds)
        lower = log1p(-exp(upper))
    if a <= 60 and b <= 60 and mpf("1e-20") < odds < mpf("1e20"):
        check(lower, lambda: betainc(a, b, 0, odds / (1 + odds), regularized=True))
    return lower, upper, exp(log_beta_density(a, b, odds))


def gamma_tails(a, x):
    """(ln P(a, x), ln Q(a, x), density of ln x)."""
    a, x = mpf(a), mpf(x)
    density = a * log(x) - x - loggamma(a)
    if x <= a:
        lower = density + log(integral(lambda v: -a * v - x * expm1(-v)))
        upper = log1p(-exp(lower))
    else:
        upper = density + log(integral(lambda s: -x * s + (a - 1) * log1p(s)))
        lower = log1p(-exp(upper))
    if a <= 60 and mpf("1e-20") < x < 2000:
        check(upper, lambda: gammainc(a, x, mp.inf, regularized=True))
    return lower, upper, exp(density)


def check(log_value, reference):
    global CHECKS
    with mp.workdps(80):
        expected = reference()
    assert abs(exp(log_value) / expected - 1) < mpf("1e-25"), (log_value, log(expected))
    CHECKS += 1


def text(value):
    return nstr(value, 22, strip_zeros=False)


def quantile(x, tail, slope):
    """The double nearest to the tail, and where that is reached: one Newton step from x in ln x."""
    if tail < SMALLEST or tail > 0.999 or abs(slope) < mpf("1e-30") * tail:
        return [None, None]
    p = float(tail)
    step = (mpf(p) - tail) / slope
    if abs(step) > mpf("1e-11"):
        return [None, None]
    return [p, text(mpf(x) * exp(step))]


def row(x, tails, slope):
    log_lower, log_upper = tails
    lower, upper = exp(log_lower), exp(log_upper)
    return (
        [x]
        + [text(v) if v > SMALLEST else None for v in (lower, upper)]
        + [text(log_upper)]
        + quantile(x, lower, slope)
        + quantile(x, upper, -slope)
    )


def symmetric_row(x, lower, upper, density):
    """Row of a distribution symmetric about 0, from the log tails beyond x > 0; d sf / d ln x = -density."""
    return row(x, (lower, upper), density)


def normal_rows():
    for x in NORMAL:
        _, upper, density = gamma_tails(0.5, mpf(x) ** 2 / 2)
        half = upper - log(2)
        yield symmetric_row(x, log1p(-exp(half)), half, density)


def t_rows(df):
    for x in t_points(df):
        upper, _, density = beta_tails(mpf(df) / 2, 0.5, mpf(df) / mpf(x) ** 2)
        half = upper - log(2)
        yield symmetric_row(x, log1p(-exp(half)), half, density)


def chi2_rows(df):
    for x in chi2_points(df):
        lower, upper, density = gamma_tails(mpf(df) / 2, mpf(x) / 2)
        yield row(x, (lower, upper), density)


def f_rows(df1, df2):
    for x in f_points(df1, df2):
        lower, upper, density = beta_tails(mpf(df1) / 2, mpf(df2) / 2, mpf(x) * df1 / df2)
        yield row(x, (lower, upper), density)


NORMAL = [1e-300, 1e-10, 0.001, 0.1, 0.3, 0.5, 0.67, 1, 1.3, 1.6448536, 1.73, 1.74, 1.96, 2.3263, 2.5758, 3, 3.3]
NORMAL += [4, 5, 6, 7.5, 9, 11, 13, 15, 18, 21, 25, 29, 33, 35, 36.5, 37, 37.4, 40, 100, 1e3, 1e5, 1e10, 1e100]

T_DF = [0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7, 10, 15, 20, 30, 49.5, 100, 200, 500, 1e3, 1e4, 1e5, 1e6]


def t_points(df):
    points = [1e-8, 0.1, 0.5, 1, 1.5, 1.7, 1.75, 2, 2.5, 3, 5, 10, 30, 100, 1e3, 1e10, 1e100, 1e200, 1e299]
    for digits in (5, 10, 30, 100, 200, 290, 298, 330, 2000):
        points.append(rounded(mp.sqrt(df * (mpf(10) ** (mpf(2) * digits / df) - 1))))
    return distinct(points)


CHI2_DF = [0.5, 1, 1.5, 2, 3, 4, 5, 8, 10, 20, 33.3, 50, 100, 200, 500, 1000, 1e4, 1e5, 1e6]
SCORES = [-36, -25, -12, -6, -3, -1.96, -1, -0.3, 0, 0.1, 0.5, 1, 1.5, 2, 3, 4, 6, 9, 12, 18, 25, 32, 36, 60]


def chi2_points(df):
    spread = mpf(2) / (9 * df)
    roots = [1 - spread + z * mp.sqrt(spread) for z in SCORES]
    points = [rounded(df * root**3) for root in roots if root > 0.02]
    points += [df, df + 2, df + 2.1]
    if df <= 200:
        points += [1e-250, 1e-100, 1e-20, 1e-5, 0.01, 0.3, 600, 1200, 1350, 5000, 1e6]
    return distinct(points)


F_DF = [(0.5, 0.5), (1, 1), (1, 10), (1, 1e5), (2, 2), (2, 30), (2.5, 7.5), (3, 5), (3, 1e5), (4, 100), (5, 1e6)]
F_DF += [(10, 1), (10, 10), (20, 200), (33.3, 4.7), (100, 3), (100, 100), (1000, 50), (1e4, 1e4), (1e5, 3)]
F_DF += [(1e6, 1), (1e6, 1e6), (12, 700)]


def f_points(df1, df2):
    width = mp.sqrt(mpf(2) / df1 + mpf(2) / df2)
    points = [rounded(exp(z * width)) for z in SCORES + [100]]
    points += [1e-300, 1e-200, 1e-60, 1e-10, 1e-3, 0.5, 1, 2, 10, 1e3, 1e10, 1e60, 1e200, 1e300]
    return distinct(points)


def rounded(x):
    return float(nstr(x, 6))


def distinct(points):
    return sorted({float(x) for x in points if 1e-305 < x < 1e305})


def elementary_rows():
    for x in ELEMENTARY:
        yield [x, text(log(mpf(x))) if x > 0 else None, text(exp(mpf(x))) if -700 < x < 700 else None]


ELEMENTARY = [1e-320, 1e-300, 1e-10, 1e-5, 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999999, 1.000001, 1.01, 1.1, 1.3]
ELEMENTARY += [1.5, 2, 2.5, 3, 5, 7.7, 10, 31, 100, 300, 699, 1e3, 1e5, 1e10, 1e100, 1e300]
ELEMENTARY += [-1e-10, -0.01, -0.3, -1, -2.7, -10, -77.7, -300, -699]


def main():
    table = [{"distribution": "normal", "df": [], "rows": list(normal_rows())}]
    table += [{"distribution": "t", "df": [df], "rows": list(t_rows(df))} for df in T_DF]
    table += [{"distribution": "chi2", "df": [df], "rows": list(chi2_rows(df))} for df in CHI2_DF]
    table += [{"distribution": "f", "df": list(df), "rows": list(f_rows(*df))} for df in F_DF]
    distributions = ",\n".join(layout(part) for part in table)
    print(f'{{"distributions": [\n{distributions}\n],\n"elementary": [\n{lines(elementary_rows())}\n]}}')
    print(f"{sum(len(part['rows']) for part in table)} rows, {CHECKS} checked", file=sys.stderr)


def layout(part):
    head = f'{{"distribution": "{part["distribution"]}", "df": {json.dumps(part["df"])}, "rows": ['
    return f"{head}\n{lines(part['rows'])}\n]}}"


def lines(rows):
    return ",\n".join(json.dumps(row) for row in rows)


main()
