"""Reference values of the distributions of `wasmetrics/distributions`, with 60 digits.

    python3 laws.py > laws.json

Needs mpmath (written with 1.3.0). Beta and gamma tails are mpmath's incomplete functions, noncentral chi-squared a
Poisson mixture of them, and the law of the conditional likelihood ratio an integral over the sine s (see
`assembly/distributions/clr.ts`), by quadrature on parts that are fine near s = 0. A quantile is one Newton step from x
to the double nearest to its tail. Rows are [distribution, parameters, function, argument, value].
"""
import json

from mpmath import (
    betainc, erfc, exp, gammainc, inf, log, log1p, loggamma, mp, mpf, nstr, pi, quad, sqrt,
)

mp.dps = 60
rows = []


def text(value):
    return nstr(value, 22)


def collect(name, parameters, laws, points):
    pdf, cdf, sf = laws
    for x in points:
        density, lower, upper = pdf(mpf(x)), cdf(mpf(x)), sf(mpf(x))
        rows.append([name, parameters, "pdf", x, text(density)])
        rows.append([name, parameters, "cdf", x, text(lower)])
        rows.append([name, parameters, "sf", x, text(upper)])
        rows.append([name, parameters, "logSf", x, text(log(upper) if upper < 0.5 else log1p(-lower))])
        for key, tail, sign in (("quantile", lower, 1), ("isf", upper, -1)):
            p = float(tail)
            step = sign * (mpf(p) - tail) / density
            if 1e-300 < p < 0.9 and abs(step) < mpf("1e-11") * x:
                rows.append([name, parameters, key, p, text(mpf(x) + step)])


def gamma_law(a, size):
    a, size = mpf(a), mpf(size)
    return (
        lambda x: exp((a - 1) * log(x / size) - x / size - loggamma(a)) / size,
        lambda x: gammainc(a, 0, x / size, regularized=True),
        lambda x: gammainc(a, x / size, inf, regularized=True),
    )


def beta_law(a, b):
    a, b = mpf(a), mpf(b)
    scale = loggamma(a + b) - loggamma(a) - loggamma(b)
    return (
        lambda x: exp((a - 1) * log(x) + (b - 1) * log1p(-x) + scale),
        lambda x: betainc(a, b, 0, x, regularized=True),
        lambda x: betainc(b, a, 0, 1 - x, regularized=True),
    )


def t_law(n):
    n = mpf(n)
    scale = loggamma((n + 1) / 2) - loggamma(n / 2) - log(pi * n) / 2
    upper = lambda t: betainc(n / 2, mpf(0.5), 0, n / (n + t * t), regularized=True) / 2
    return lambda t: exp(scale - (n + 1) / 2 * log1p(t * t / n)), lambda t: 1 - upper(t), upper


def f_law(m, n):
    m, n = mpf(m), mpf(n)
    pdf, cdf, sf = beta_law(m / 2, n / 2)
    x = lambda v: m * v / (m * v + n)
    return (
        lambda v: pdf(x(v)) * m * n / (m * v + n) ** 2,
        lambda v: cdf(x(v)),
        lambda v: betainc(n / 2, m / 2, 0, n / (m * v + n), regularized=True),
    )


def normal_law():
    return (
        lambda x: exp(-x * x / 2) / sqrt(2 * pi),
        lambda x: erfc(-x / sqrt(mpf(2))) / 2,
        lambda x: erfc(x / sqrt(mpf(2))) / 2,
    )


def noncentral_law(n, noncentrality):
    n, mean = mpf(n), mpf(noncentrality) / 2

    def mixture(part):
        def total(x):
            h, weight, result = x / 2, exp(-mean), mpf(0)
            for j in range(int(mean + 30 * sqrt(mean + 1) + h + 100)):
                result += weight * part(n / 2 + j, h)
                weight *= mean / (j + 1)
            return result

        return total

    return (
        mixture(lambda a, h: exp((a - 1) * log(h) - h - loggamma(a)) / 2),
        mixture(lambda a, h: gammainc(a, 0, h, regularized=True)),
        mixture(lambda a, h: gammainc(a, h, inf, regularized=True)),
    )


def clr_law(rank, m, instruments):
    r, a = mpf(rank), mpf(instruments) / 2

    def average(part):
        def mean(c):
            near = sqrt(c / max(r, c))
            points = {mpf(0), mpf(1) / 4, mpf(1) / 2, mpf(3) / 4, mpf(1)}
            points |= {near * mpf(2) ** k for k in range(-3, 8) if near * mpf(2) ** k < 1}

            def weighted(t, value):
                s = 2 * t / (1 + t * t)
                rest = (1 - t * t) / (1 + t * t)
                return s ** (m - 1) * rest ** (instruments - m - 1) / (1 + t * t) * value(s * s)

            with mp.workdps(30):
                knots = sorted(points)
                top = quad(lambda t: weighted(t, lambda square: part(c, r * square)), knots)
                return top / quad(lambda t: weighted(t, lambda square: mpf(1)), knots)

        return mean

    def point(c, spread):
        return (r + c) / (1 + spread / c) / 2

    def density(c, spread):
        x, whole = point(c, spread), c + spread
        growth = ((r + 2 * c) * whole - c * (r + c)) / whole**2
        return exp((a - 1) * log(x) - x - loggamma(a)) / 2 * growth

    return (
        average(density),
        average(lambda c, spread: gammainc(a, 0, point(c, spread), regularized=True)),
        average(lambda c, spread: gammainc(a, point(c, spread), inf, regularized=True)),
    )


collect("normal", [], normal_law(), [0.001, 0.3, 1, 1.96, 4, 10, 30])
for n in (1, 3, 4.5, 30, 500):
    collect("studentT", [n], t_law(n), [0.01, 0.5, 1, 2, 5, 20])
    collect("chi2", [n], gamma_law(mpf(n) / 2, 2), [n * t for t in (0.1, 0.5, 1, 1.5, 4)])
for m, n in ((1, 10), (3, 139), (10, 2.5)):
    collect("f", [m, n], f_law(m, n), [0.01, 0.5, 1, 3, 10, 50])
for a, b in ((0.5, 0.5), (2, 3), (30.5, 2.25), (0.1, 4), (200, 300)):
    collect("beta", [a, b], beta_law(a, b), [1e-8, 0.01, 0.2, 0.5, 0.8, 0.99])
for a, size in ((0.3, 1), (1, 2.5), (2.7, 1), (40.5, 0.1), (400, 1)):
    points = [float(a * size * t) for t in (1e-3, 0.2, 0.9, 1.1, 2, 5)]
    collect("gamma", [a, size], gamma_law(a, size), points)
for n, noncentrality in ((1, 0.5), (4, 10), (2.5, 100), (10, 400)):
    points = [(n + noncentrality) * t for t in (0.05, 0.3, 0.8, 1.2, 2, 4)]
    collect("noncentralChi2", [n, noncentrality], noncentral_law(n, noncentrality), points)
for parameters in ((0, 1, 3), (5, 1, 4), (30, 2, 5), (300, 1, 10), (2, 1, 2)):
    collect("clr", list(parameters), clr_law(*parameters), [0.1, 1, 4, 10, 40])
print("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]")
