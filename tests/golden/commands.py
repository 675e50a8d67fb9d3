"""Writes commands.json: what gretl and plm estimate from commands, on the firms of abdata, by names of models here.

Needs gretlcli and R with plm. Run: python3 commands.py
"""
import json
import os
import re
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "abdata", "data.csv")

GRETL = [
    "dpanel 2 ; n w k",
    "dpanel 2 ; n w k ; GMM(n,2,4)",
    "dpanel 2 ; n w k ; w k GMM(w,2,3)",
    "dpanel 2 ; n w k const ; GMM(n,2,4) w k const",
    "dpanel 2 ; n w k const ; GMM(n,2,4) w k --dpdstyle",
    "dpanel 2 ; n w k ; GMM(n,2,4) w k const --dpdstyle",
    "dpanel 2 ; n w k const ; GMM(n,2,4) w k --time-dummies --two-step",
    "dpanel 2 ; n w k ; GMM(n,2,4) w k --time-dummies --dpdstyle --asymptotic",
    "dpanel 1 ; n w k const ; GMMlevel(n,1,1) w k --two-step",
    "dpanel 1 ; n w k const ; GMM(w, 2, 3) w k --system --collapse",
    "dpanel 1 ; n w k ; w k --system --time-dummies",
    "dpanel 1 ; n 0 w(0 to -1) k --system --two-step --asymptotic --vcv",
    "dpanel {1 3} ; n w k ; GMM(n,2,99) w k --quiet",
    "list Q = w lags(2,w) diff(k); dpanel 1 ; n Q",
    "dpanel 1 ; n w k const --system --dpdstyle --time-dummies",
    "dpanel 1 ; n w(+1) k ; GMM(n,2,3) k --two-step",
    "dpanel 1 ; n w k const ; GMM(n,2,99) GMMlevel(n,1,1) GMMlevel(w,0,1) k --collapse --dpdstyle --two-step",
    "dpanel 1 ; n w k const ; GMM(w,2,4) GMMlevel(w,2,3) k --two-step",
]

PLM = [
    'pgmm(n ~ lag(n, 1:2) + lag(w, 0:1) + lag(k, 0:2) + lag(ys, 0:2) | lag(n, 2:99), data = d)',
    'pgmm(n ~ lag(n, 1:2) + lag(w, 0:1) + k | lag(n, 2:99), d, effect = "twoways", model = "twosteps")',
    'summary(pgmm(n ~ lag(n) + w + k | lag(n, 2:5), data = d, effect = "ind", model = "two"), robust = FALSE)',
    'pgmm(n ~ lag(n, c(1, 2)) + w + k | lag(n, c(2, 4)) + lag(w, 1:3), data = d, effect = "individual", collapse = TRUE)',
    'pgmm(n ~ lag(n, 1) + w + k | lag(n, 2:3) + lag(n, 5), data = d, effect = "individual", model = "twosteps")',
    'pgmm(n ~ lag(n, 1) + w + k | lag(n, 2:99) | w + lag(k, 3), data = d, effect = "individual")',
    'pgmm(log(emp) ~ lag(log(emp), 1) + w + I(k^2) | lag(log(emp), 2:99), data = d, effect = "individual", fsm = "I")',
    'pgmm(n ~ lag(n, 1) + w + k | lag(n, 2:99), data = d, effect = "individual", subset = year > 1979)',
    'pgmm(n ~ lag(n, 1:2) + w + k | lag(n, 2:4) + lag(w, 1:3), data = d, effect = "individual", model = "twosteps", transformation = "ld")',
    'pgmm(n ~ lag(n, 1) + lag(w, 0:1) + k | lag(n, 2:99) + lag(w, 2:99), data = d, transformation = "ld", fsm = "GI")',
    'pgmm(n ~ lag(n, 1) + lag(w, -1) + k | lag(n, 2:4), data = d, effect = "individual", model = "twosteps")',
    'pgmm(n ~ lag(n, 1) + w + k | lag(n, 2:99) | lag(k, -1:1), data = d, effect = "individual", model = "twosteps")',
]


def gretl(command):
    """Coefficients and errors of the command's dpanel."""
    *lists, estimate = command.split("; dpanel")
    lines = [part for part in lists]
    lines.append(("dpanel" + estimate) if lists else command)
    script = [
        "set verbose off",
        f'open "{DATA}" --quiet',
        "setobs id year --panel-vars",
        *lines,
        "strings names = $parnames",
        "matrix b = $coeff",
        "matrix e = $stderr",
        "loop i=1..rows(b)",
        '  printf "RESULT %s %.17g %.17g\\n", names[i], b[i], e[i]',
        "endloop",
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".inp", delete=False) as file:
        file.write("\n".join(script) + "\n")
    output = subprocess.run(["gretlcli", "-b", file.name], capture_output=True, text=True).stdout
    os.unlink(file.name)
    return re.findall(r"^RESULT (\S+) (\S+) (\S+)$", output, re.M)


def gretl_name(name, difference):
    """The name here; None for dummies of periods, whose base may be another."""
    if name == "const":
        return "year" if difference else None
    if re.fullmatch(r"T\d+", name):
        return None
    name = re.sub(r"^(\w+)\(-(\d+)\)$", r"L\2.\1", name)
    name = re.sub(r"^([a-z]+)_(\d+)$", r"L\2.\1", name)
    name = re.sub(r"^([a-z]+)(\d+)$", r"F\2.\1", name)
    return re.sub(r"^d_(\w+)$", r"D.\1", name)


def plm(command):
    call = command if command.startswith("summary") else f"summary({command})"
    script = f"""
suppressWarnings(suppressMessages(library(plm)))
d <- pdata.frame(read.csv("{DATA}", check.names = FALSE), index = c("id", "year"))
m <- suppressWarnings({call})$coefficients
cat(sprintf("RESULT\\t%s\\t%.17g\\t%.17g", rownames(m), m[, 1], m[, 2]), sep = "\\n")
"""
    output = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True)
    return re.findall(r"^RESULT\t(.+)\t(\S+)\t(\S+)$", output.stdout, re.M)


def plm_name(name):
    """The name here: `lag(n, 1:2)2` is the second of the lags 1 to 2."""
    name = re.sub(r"^I\((\w+)\^(\d+)\)$", r"\1^\2", name)
    found = re.fullmatch(r"lag\((\w+(?:\(\w+\))?)(?:, (.+))?\)(\d*)", name)
    if found is None:
        return name
    series, lags, place = found.groups()
    # R names a column by its lag where there are several.
    lag = int(place or lags or 1)
    return series if lag == 0 else f"{'L' if lag > 0 else 'F'}{abs(lag)}.{series}"


def case(program, command):
    if program == "gretl":
        difference = "--system" not in command and "GMMlevel" not in command
        rows = [(gretl_name(n, difference and "--time-dummies" not in command), b, e) for n, b, e in gretl(command)]
    else:
        rows = [(plm_name(n), b, e) for n, b, e in plm(command)]
    assert rows, command
    rows = [row for row in rows if row[0] is not None]
    return {
        "program": program,
        "command": command,
        "params": {n: float(b) for n, b, _ in rows},
        "stdErrors": {n: float(e) for n, _, e in rows},
    }


cases = [case("gretl", command) for command in GRETL] + [case("plm", command) for command in PLM]
with open(os.path.join(HERE, "commands.json"), "w") as file:
    json.dump(cases, file, indent=2)
    file.write("\n")
