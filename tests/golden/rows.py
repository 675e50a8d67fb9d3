"""
From a model file and a CSV file to stacked rows y, X, Z on the calendar grid, for restatement.py.

Arrays are N units x T periods, in extended precision, NaN where a row or a value is missing.
"""

import csv
import re
from dataclasses import dataclass

import numpy as np

LD = np.longdouble
MISSING = {"", "NA", "NaN", "."}


@dataclass
class Rows:
    """Stacked rows, transformed above level ones; a row outside the sample is zero in y, X and Z."""

    names: list  # of the K coefficients
    y: np.ndarray  # N x R
    x: np.ndarray  # N x R x K
    z: np.ndarray  # N x R x J, columns that are zero throughout left out
    origin: list  # of each instrument column: (kind, position in the model file, equation)
    used: dict  # equation -> N x T, the rows in the sample
    level_y: np.ndarray  # N x T
    level_x: np.ndarray  # N x T x K
    constant: bool


class Panel:
    """Columns of a CSV file on the grid of the chosen units."""

    def __init__(self, path, keys):
        with open(path, newline="") as file:
            self.lines = list(csv.DictReader(file))
        self.unit = [line[keys["unit"]] for line in self.lines]
        self.time = [float(line[keys["time"]]) / keys.get("step", 1) for line in self.lines]
        self.choose(set(self.unit))

    def choose(self, units):
        """Keep these units, and the periods from the first to the last of their rows."""
        self.units = sorted(units)
        place = {unit: i for i, unit in enumerate(self.units)}
        kept = [line for line, unit in enumerate(self.unit) if unit in place]
        first = min(self.time[line] for line in kept)
        self.cells = {line: (place[self.unit[line]], round(self.time[line] - first)) for line in kept}
        self.shape = (len(self.units), 1 + max(t for _, t in self.cells.values()))
        self.exists = np.zeros(self.shape, dtype=bool)
        for cell in self.cells.values():
            self.exists[cell] = True

    def column(self, name):
        grid = np.full(self.shape, np.nan, dtype=LD)
        for line, cell in self.cells.items():
            text = self.lines[line][name].strip()
            grid[cell] = np.nan if text in MISSING else LD(float(text))
        return grid

    def term(self, name):
        """`x` or `L2.x`; a lag is read by calendar time, and only on rows that exist."""
        lag, base = re.fullmatch(r"(?:L(\d*)\.)?(\w+)", name).groups()
        steps = 0 if lag is None else int(lag or 1)
        return np.where(self.exists, shift(self.column(base), steps), np.nan)

    def terms(self, names):
        return np.stack([self.term(name) for name in names], axis=-1)

    def dummies(self, periods):
        one = np.eye(self.shape[1], dtype=LD)[:, periods]
        return np.where(self.exists[:, :, None], one[None], np.nan)


def words(text):
    return text.split() if isinstance(text, str) else text


def formula(model):
    """Dependent variable, regressors, and whether there is an intercept."""
    left, right = model["formula"].split("~")
    regressors, intercept = [], model.get("system", True)
    for part in (part.strip() for part in right.split("+")):
        window = re.fullmatch(r"L\((\d+):(\d+)\)\.(\w+)", part)
        if part == "0":
            intercept = False
        elif window:
            lags = range(int(window[1]), int(window[2]) + 1)
            regressors += [f"L{lag}.{window[3]}" if lag else window[3] for lag in lags]
        else:
            regressors.append(re.sub(r"^L\.", "L1.", part))
    return left.strip(), regressors, intercept


def shift(grid, steps, fill=np.nan):
    """What stood at t stands at t + steps (axis 1)."""
    moved = np.full_like(grid, fill)
    if steps == 0:
        moved[:] = grid
    elif steps > 0:
        moved[:, steps:] = grid[:, :-steps]
    else:
        moved[:, :steps] = grid[:, -steps:]
    return moved


def present(*grids):
    """Where none of the N x T x k grids is missing."""
    return ~np.isnan(np.concatenate(grids, axis=2)).any(axis=2)


def difference(grid, _complete=None):
    return grid - shift(grid, 1)


def deviations(grid, complete):
    """Forward orthogonal deviations; that of period t stands at t + 1 (Arellano and Bover 1995)."""
    out = np.full_like(grid, np.nan)
    for i, t in np.ndindex(grid.shape[0], grid.shape[1] - 1):
        later = grid[i, t + 1 :][complete[i, t + 1 :]]
        if len(later):
            scale = np.sqrt(LD(len(later)) / LD(len(later) + 1))
            out[i, t + 1] = scale * (grid[i, t] - later.mean(axis=0))
    return out


def gmm_columns(panel, group, position, system):
    """Columns of one GMM-style group: (origin, equation -> grid)."""
    first, last = group["lags"]
    equation = group.get("equation", "both")
    last = panel.shape[1] - 1 if last is None else min(last, panel.shape[1] - 1)
    values = panel.terms(words(group["vars"]))
    wanted = []
    if equation != "level":
        wanted.append(("diff", values, range(first, last + 1)))
    if equation == "level" and system:
        wanted.append(("level", difference(values), range(first, last + 1)))
    if equation == "both" and system:
        lag = first - 1 if first > 0 else 0 if last > 0 else last - 1
        wanted.append(("level", difference(values), [lag]))
    columns = []
    for target, grid, lags in wanted:
        for k, lag in np.ndindex(grid.shape[2], len(lags)):
            moved = np.nan_to_num(shift(grid[:, :, k], lags[lag]))
            split = [moved] if group.get("collapse", False) else list(by_period(moved))
            columns += [(("gmm", position, target), {target: one}) for one in split]
    return columns


def by_period(grid):
    for t in range(grid.shape[1]):
        one = np.zeros_like(grid)
        one[:, t] = grid[:, t]
        yield one


def ordinary(panel, model, periods):
    """Ordinary instruments: (origin, N x T x k values); time effects serve the level equation of a system."""
    system = model.get("system", True)
    groups = [
        (("iv", i, group.get("equation", "both")), panel.terms(words(group["vars"])))
        for i, group in enumerate(model.get("iv", []))
    ]
    if len(periods):
        groups.append((("time", 0, "level" if system else "both"), panel.dummies(periods)))
    return [group for group in groups if system or group[0][2] != "level"]


def build(model, path):
    """The stacked rows of a model."""
    system, kind = model.get("system", True), model.get("transform", "fd")
    depvar, names, constant = formula(model)
    panel = Panel(path, model["panel"])
    usable = present(panel.terms([depvar, *names]))
    panel.choose({panel.units[i] for i in np.flatnonzero(usable.any(axis=1))})

    y, x = panel.terms([depvar]), panel.terms(names)
    core = present(y, x)
    periods = np.flatnonzero(core.any(axis=0))[1:] if model.get("timeEffects", False) else []
    if len(periods):
        x = np.concatenate([x, panel.dummies(periods)], axis=2)
        names = names + [f"period {t}" for t in periods]
    groups = ordinary(panel, model, periods)
    complete = core & present(y, *[values for _, values in groups])
    move = difference if kind == "fd" else deviations

    moved = {"diff": (move(y, complete), move(x, complete)), "level": (y, x)}
    instruments = {"diff": [], "level": []}
    columns = []
    for origin, values in groups:
        parts = {"diff": move(values, complete), "level": values}
        parts = {name: parts[name] for name in parts if origin[2] in ("both", name)}
        for name, grid in parts.items():
            instruments[name].append(grid)
        columns += [(origin, {name: grid[:, :, k] for name, grid in parts.items()}) for k in range(values.shape[2])]
    if constant:
        columns.append((("_cons", 0, "level"), {"level": np.ones(panel.shape, dtype=LD)}))
    for position, group in enumerate(model["gmm"]):
        columns += gmm_columns(panel, group, position, system)

    within = {"diff": core if kind == "fd" else shift(core, 1, False), "level": core}
    equations = ["diff", "level"] if system else ["diff"]
    used = {name: within[name] & present(*moved[name], *instruments[name]) for name in equations}
    return stack(moved, columns, used, names, constant)


def stack(moved, columns, used, names, constant):
    ys, xs, zs = [], [], []
    for name, use in used.items():
        clean = lambda grid: np.where(use, np.nan_to_num(grid), 0)
        y, x = moved[name]
        regressors = [clean(x[:, :, k]) for k in range(x.shape[2])]
        if constant:
            regressors.append(use * LD(name == "level"))
        ys.append(clean(y[:, :, 0]))
        xs.append(np.stack(regressors, axis=-1))
        zs.append(np.stack([clean(parts.get(name, np.zeros_like(ys[-1]))) for _, parts in columns], axis=-1))
    z = np.concatenate(zs, axis=1)
    kept = np.flatnonzero((z != 0).any(axis=(0, 1)))
    level_y, level_x = moved["level"]
    if constant:
        level_x = np.concatenate([level_x, np.ones_like(level_y)], axis=2)
    return Rows(
        names=names + ["_cons"] * constant,
        y=np.concatenate(ys, axis=1),
        x=np.concatenate(xs, axis=1),
        z=z[:, :, kept],
        origin=[columns[j][0] for j in kept],
        used=used,
        level_y=level_y[:, :, 0],
        level_x=level_x,
        constant=constant,
    )
