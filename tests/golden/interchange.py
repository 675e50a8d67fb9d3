"""Runs the scripts that export writes and stores their numbers in interchange.json, by names of the model.

Needs R with plm, AER, sandwich, lmtest and jsonlite, gretlcli, and Python with statsmodels (PYTHON names its
interpreter). Programs that are not installed keep the numbers that are stored. Run after a build: python3 interchange.py
"""
import json
import os
import re
import shutil
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
STORE = os.path.join(HERE, "interchange.json")
CLI = ["node", os.path.join(HERE, "../../dist/cli/main.js")]
PYTHON = os.environ.get("PYTHON", "python3")

P = {"unit": "firm", "time": "year"}
FIRM = {"type": "cluster", "cluster": ["firm"]}
INV = "inv ~ value + capital"
CIG = "lpacks ~ lrincome | lrprice ~ tdiff + rtax"
CRIME = "lcrmrte ~ lprbarr | lpolpc ~ ltaxpc + lmix"
COUNTY = {"type": "cluster", "cluster": ["county"]}


def ols(formula=INV, data="grunfeld", **rest):
    return {"data": f"{data}/data.csv", "estimator": "ols", "formula": formula, **rest}


def iv(formula=CIG, data="cigarettes", **rest):
    return {"data": f"{data}/data.csv", "estimator": "iv", "formula": formula, **rest}


def panel(effects, formula=INV, **rest):
    return {"data": "grunfeld/data.csv", "panel": P, "estimator": "panel", "effects": effects, "formula": formula, **rest}


HAC = {"type": "hac", "kernel": "bartlett", "bandwidth": 4, "order": "t"}
MODELS = [
    ("lm", ols()),
    ("lm", ols("inv ~ log(value) + capital^2 + i(firm)", vcov={"type": "HC1"})),
    ("lm", ols("inv ~ value + value:i(firm)", vcov={"type": "HC3"}, where="year >= 1940 && firm != 3")),
    ("lm", ols(vcov=FIRM, weights={"column": "capital", "type": "analytic"})),
    ("lm", ols(vcov={**FIRM, "small": False})),
    ("lm", ols("inv ~ 0 + value + capital", vcov={"type": "unadjusted", "small": False})),
    ("lm", ols("consumption ~ dpi + tbill", "usmacro", vcov=HAC)),
    ("AER", iv()),
    ("AER", iv(vcov={"type": "HC0"})),
    ("AER", iv(vcov={"type": "HC1", "small": True})),
    ("AER", iv("lcrmrte ~ lprbarr + i(region) | lpolpc ~ ltaxpc + lmix", "crime", vcov=COUNTY, where='region != "west"')),
    ("AER", iv(CRIME, "crime", vcov={**COUNTY, "small": True})),
    *[("plm", panel(one)) for one in ["within", "twoway", "random", "between", "first-difference", "pooled"]],
    *[("plm", panel(one, vcov=FIRM)) for one in ["within", "twoway", "random", "first-difference"]],
    ("plm", panel("within", "inv ~ value + L1.capital", vcov={**FIRM, "small": False})),
    ("statsmodels", ols()),
    ("statsmodels", ols("inv ~ value + value:i(firm)", vcov={"type": "HC3"}, where="year >= 1940 && firm != 3")),
    ("statsmodels", ols("inv ~ log(value) + capital^2", vcov={"type": "HC1"})),
    ("statsmodels", ols(vcov=FIRM, weights={"column": "capital", "type": "analytic"})),
    ("statsmodels", ols(vcov={**FIRM, "small": False})),
    ("statsmodels", ols("consumption ~ dpi + tbill", "usmacro", vcov=HAC)),
    ("statsmodels", ols("lcrmrte ~ lprbarr + i(region)", "crime", vcov={"type": "HC0", "small": False})),
    ("gretl", ols()),
    ("gretl", ols("inv ~ log(value) + capital^2 + value:capital", vcov={"type": "HC1"})),
    ("gretl", ols("inv ~ 0 + value + capital", vcov={"type": "HC3"}, where="year >= 1940 && firm != 3")),
    ("gretl", ols(weights={"column": "capital", "type": "analytic"})),
    ("gretl", ols(vcov=FIRM)),
    ("gretl", iv()),
    ("gretl", iv(vcov={"type": "HC0"})),
    ("gretl", iv(vcov={"type": "HC1", "small": True})),
    ("gretl", iv(method="liml", vcov={"small": True})),
    ("gretl", iv(CRIME, "crime", vcov={**COUNTY, "small": True}, where='region == "west" || year in (81, 82)')),
    *[("gretl", panel(one)) for one in ["within", "twoway", "random", "between", "pooled"]],
    *[("gretl", panel(one, "inv ~ value + L1.capital", vcov=FIRM)) for one in ["within", "twoway", "random"]],
]


def wasmetrics(command, model):
    ran = subprocess.run(CLI + command, input=json.dumps(model), capture_output=True, text=True, cwd=HERE, check=True)
    return ran.stdout


def execute(command, name, text):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        with open(path, "w") as file:
            file.write(text)
        ran = subprocess.run([*command, path], capture_output=True, text=True, cwd=HERE, check=True)
    return [[float(value) for value in pair] for pair in re.findall(r"@@ (\S+) (\S+)", ran.stdout)]


def run_r(script):
    head, last = script.rstrip().rsplit("\n", 1)
    show = 'for (i in seq_len(nrow(ans))) cat(sprintf("@@ %.17g %.17g\\n", ans[i, 1], ans[i, 2]))\n'
    return execute(["Rscript"], "a.R", f"{head}\nans <- {last}\n{show}")


def run_python(script):
    show = 'for b, s in zip(m.params, m.bse):\n    print("@@", repr(float(b)), repr(float(s)))\n'
    return execute([PYTHON], "a.py", re.sub(r"print\(.*\)\n?$", show, script))


def run_gretl(script):
    show = 'matrix b = $coeff\nmatrix s = $stderr\nloop i=1..rows(b)\nprintf "@@ %.17g %.17g\\n", b[i], s[i]\nendloop\n'
    opened = script.replace('open "', f'open "{HERE}/')
    return execute(["gretlcli", "-b"], "a.inp", f"set verbose off\n{opened}{show}")


RUNNERS = {
    "lm": ("Rscript", run_r),
    "AER": ("Rscript", run_r),
    "plm": ("Rscript", run_r),
    "statsmodels": (PYTHON, run_python),
    "gretl": ("gretlcli", run_gretl),
}
SOFTWARE = {
    "lm": "R 4.5.0 sandwich 3.1.1 lmtest 0.9.40",
    "AER": "R 4.5.0 AER 1.2.14",
    "plm": "R 4.5.0 plm 2.6.5",
    "statsmodels": "Python statsmodels 0.14.4",
    "gretl": "gretl 2025a",
}


def nearest(pairs, estimate, error):
    """The pair of the program that is the coefficient of the model; the order and the names differ."""
    return min(pairs, key=lambda pair: abs(pair[0] - estimate) + abs(pair[1] - error))


def case(program, model):
    script = wasmetrics(["export", "-", "--as", program], model)
    executable, run = RUNNERS[program]
    if shutil.which(executable) is None:
        return None
    pairs = run(script)
    fit = json.loads(wasmetrics(["fit", "-", "--json"], model))
    absorbs = model.get("effects") in ("within", "twoway")
    lacks = program == "plm" or model.get("effects") == "twoway"
    names = [name for name in fit["params"] if not (name == "_cons" and absorbs and lacks)]
    own = {name: nearest(pairs, fit["params"][name], fit["stdErrors"][name]) for name in names}
    return {
        "program": program,
        "software": SOFTWARE[program],
        "model": model,
        "script": script,
        "params": {name: own[name][0] for name in names},
        "stdErrors": {name: own[name][1] for name in names},
    }


stored = {}
if os.path.exists(STORE):
    with open(STORE) as file:
        stored = {json.dumps([one["program"], one["model"]]): one for one in json.load(file)}
ran = [case(program, model) or stored[json.dumps([program, model])] for program, model in MODELS]
with open(STORE, "w") as file:
    json.dump(ran, file, indent=1)
    file.write("\n")
print(len(ran), "scripts")
