"""
From a model file and a CSV file to stacked rows y, X, Z on the calendar grid, for restatement.py.

Arrays are N units x T periods, in extended precision, NaN where a row or a value is missing.
"""

import csv
import re
from dataclasses import dataclass

import numpy as np

from matrices import transformation

LD = np.longdouble
MISSING = {"", "NA", "NaN", "."}


@dataclass
class Rows:
    """Stacked rows, block under block; a row outside the sample is zero in y, X and Z. Weights multiply y and X."""

    names: list  # of the K coefficients
    y: np.ndarray  # N x R
    x: np.ndarray  # N x R x K
    z: np.ndarray  # N x R x J, columns that are zero throughout left out
    w: np.ndarray  # N x R, ones without weights
    origin: list  # of each instrument column: (kind, position in the model file, equation)
    used: dict  # diff, level, other -> N x T, the rows in the sample
    matrices: dict  # the same -> N x T x T, what turns levels into the rows
    level_y: np.ndarray  # N x T, unweighted
    level_x: np.ndarray  # N x T x K
    level_w: np.ndarray  # N x T
    panel: object  # the Panel
    move: object  # first differences of a grid, as the model takes them
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

    def labels(self, name):
        """A column as text, on the grid."""
        grid = np.full(self.shape, "", dtype=object)
        for line, cell in self.cells.items():
            grid[cell] = self.lines[line][name].strip()
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


def before(complete, bridge):
    """N x T: the complete period that a complete one is differenced from, -1 where there is none."""
    out = np.full(complete.shape, -1)
    for i, t in np.argwhere(complete):
        earlier = np.flatnonzero(complete[i, :t])
        if len(earlier) and (bridge or earlier[-1] == t - 1):
            out[i, t] = earlier[-1]
    return out


def bridged(grid, complete):
    """Differences to the complete row before, also across a gap."""
    out = np.full_like(grid, np.nan)
    start = before(complete, True)
    for i, t in np.argwhere(start >= 0):
        out[i, t] = grid[i, t] - grid[i, start[i, t]]
    return out


def deviations(grid, complete):
    """Forward orthogonal deviations; that of period t stands at t + 1 (Arellano and Bover 1995)."""
    out = np.full_like(grid, np.nan)
    for i, t in np.ndindex(grid.shape[0], grid.shape[1] - 1):
        later = grid[i, t + 1 :][complete[i, t + 1 :]]
        if len(later):
            scale = np.sqrt(LD(len(later)) / LD(len(later) + 1))
            out[i, t + 1] = scale * (grid[i, t] - later.mean(axis=0))
    return out


def gmm_columns(panel, group, position, equations, dates):
    """Columns of one GMM-style group: (origin, equation -> grid); `equations` that it serves, dates N x T of each."""
    first, last = group["lags"]
    last = panel.shape[1] - 1 if last is None else min(last, panel.shape[1] - 1)
    values = panel.terms(words(group["vars"]))
    changes = values if group.get("passthru", False) else difference(values)
    wanted = []
    for target in equations:
        alone = target != "level" or len(equations) == 1
        lags = range(first, last + 1) if alone else [first - 1 if first > 0 else 0 if last > 0 else last - 1]
        wanted.append((target, changes if target == "level" else values, lags))
    columns = []
    for target, grid, lags in wanted:
        for k, lag in np.ndindex(grid.shape[2], len(lags)):
            moved = np.nan_to_num(dated(grid[:, :, k], dates[target] - lags[lag]))
            split = [moved] if group.get("collapse", False) else list(by_period(moved, dates[target]))
            columns += [(("gmm", position, target), {target: one}) for one in split]
    return columns


def dated(grid, periods):
    """The values of those periods (N x T), missing outside the panel."""
    inside = (periods >= 0) & (periods < grid.shape[1])
    found = np.take_along_axis(grid, np.where(inside, periods, 0), axis=1)
    return np.where(inside, found, np.nan)


def by_period(grid, dates):
    for t in range(grid.shape[1]):
        yield np.where(dates == t, grid, 0)


def served(group, model):
    """The blocks that a group of instruments serves."""
    kind, system = model.get("transform", "fd"), model.get("system", True)
    equation = group.get("equation", "both")
    if kind == "level":
        return ["level"]
    moved = "diff" if group.get("transform", kind) == kind else "other"
    return [moved] * (equation != "level") + ["level"] * (equation != "diff" and system)


def ordinary(panel, model, periods):
    """Ordinary instruments: (origin, N x T x k values, blocks, passthru, mz); time effects serve a system's levels."""
    groups = []
    for i, group in enumerate(model.get("iv", [])):
        flags = group.get("passthru", False), group.get("mz", False)
        origin = ("iv", i, group.get("equation", "both"))
        groups.append((origin, panel.terms(words(group["vars"])), served(group, model), *flags))
    if len(periods):
        place = "level" if model.get("system", True) else "diff"
        groups.append((("time", 0, place), panel.dummies(periods), [place], False, False))
    return groups


def build(model, path):
    """The stacked rows of a model."""
    system, kind = model.get("system", True), model.get("transform", "fd")
    bridge = model.get("gaps", "strict") == "bridge"
    depvar, names, constant = formula(model)
    panel = Panel(path, model["panel"])
    weighted = "weights" in model
    weights = lambda: panel.terms([model["weights"]["column"]]) if weighted else np.ones((*panel.shape, 1), dtype=LD)
    usable = present(panel.terms([depvar, *names]), weights())
    panel.choose({panel.units[i] for i in np.flatnonzero(usable.any(axis=1))})

    y, x, w = panel.terms([depvar]), panel.terms(names), weights()
    core = present(y, x, w)
    periods = np.flatnonzero(core.any(axis=0))[1:] if model.get("timeEffects", False) else []
    if len(periods):
        x = np.concatenate([x, panel.dummies(periods)], axis=2)
        names = names + [f"period {t}" for t in periods]
    groups = ordinary(panel, model, periods)
    blocks = ["diff"] * (kind != "level") + ["level"] * system
    blocks += ["other"] * any("other" in served(g, model) for g in model["gmm"] + model.get("iv", []))
    needed = lambda names: [g[1] for g in groups if not g[4] and set(names) & set(g[2])]
    complete = core & present(y, *needed(["level"] if kind == "level" else ["diff", "other"]))
    lasting = core & present(y, *needed(["level"]))

    moves = {"fd": bridged if bridge else difference, "fod": deviations, "level": lambda grid, _: grid}
    kinds = {"diff": kind, "level": "level", "other": "fod" if kind == "fd" else "fd"}
    whole = {"diff": complete, "level": lasting, "other": complete}
    clean = lambda grid, name: np.where(whole[name][:, :, None], grid, np.nan)
    move = lambda grid, name: moves[kinds[name]](clean(grid, name), whole[name])
    moved = {name: (move(y, name), move(x, name)) for name in blocks}
    used = {name: present(*moved[name]) for name in blocks}
    start = before(complete, bridge)
    now = np.broadcast_to(np.arange(panel.shape[1]), panel.shape)
    dates = {name: np.where(start >= 0, start + 1, now) if kinds[name] == "fd" else now for name in blocks}

    columns = []
    for origin, values, serves, passthru, _ in groups:
        parts = {name: values if passthru else move(values, name) for name in serves}
        columns += [(origin, {name: grid[:, :, k] for name, grid in parts.items()}) for k in range(values.shape[2])]
    if constant:
        columns.append((("_cons", 0, "level"), {"level": np.ones(panel.shape, dtype=LD)}))
    for position, group in enumerate(model["gmm"]):
        columns += gmm_columns(panel, group, position, served(group, model), dates)

    rows = stack(moved, columns, used, names, constant)
    rows.matrices = {name: transformations(kinds[name], panel.shape, start) for name in blocks}
    rows.level_y, rows.level_w = clean(y, "diff")[:, :, 0], w[:, :, 0]
    rows.level_x = clean(x, "diff")
    if constant:
        rows.level_x = np.concatenate([rows.level_x, np.ones((*panel.shape, 1), dtype=LD)], axis=2)
    rows.panel = panel
    rows.move = lambda grid: (bridged if bridge else difference)(grid, complete)
    if weighted:
        weigh(rows, model)
    if model.get("pca", False) is not False:
        principal(rows, model["pca"])
    return rows


def transformations(kind, shape, start):
    """N x T x T: nominal, but a difference across a gap is taken as it is."""
    if kind == "level":
        return np.broadcast_to(np.eye(shape[1], dtype=LD), (*shape, shape[1]))
    out = np.tile(transformation(kind, shape[1]), (shape[0], 1, 1))
    if kind == "fd":
        for i, t in np.argwhere(start >= 0):
            out[i, t] = 0
            out[i, t, t], out[i, t, start[i, t]] = 1, -1
    return out


def weigh(rows, model):
    """Every row has the weight of its period, or of the latest before with one; not of frequencies: scaled to the rows."""
    own = rows.level_w.copy()
    for t in range(1, own.shape[1]):
        own[:, t] = np.where(own[:, t] > 0, own[:, t], own[:, t - 1])
    rows.level_w = own
    if model["weights"]["type"] != "frequency":
        reported = rows.used["level" if model.get("system", True) else "diff"]
        rows.level_w = own * (reported.sum() / own[reported].sum())
    rows.w = np.concatenate([np.where(use, rows.level_w, 1) for use in rows.used.values()], axis=1)
    rows.y = rows.y * rows.w
    rows.x = rows.x * rows.w[:, :, None]


def principal(rows, wanted):
    """Components of the GMM-style columns by the correlations over the rows of the sample."""
    own = [j for j, origin in enumerate(rows.origin) if origin[0] == "gmm"]
    rest = [j for j, origin in enumerate(rows.origin) if origin[0] != "gmm"]
    use = np.concatenate(list(rows.used.values()), axis=1)
    z, w = rows.z[:, :, own][use], rows.w[use] / rows.w[use].sum()
    centred = z - (w[:, None] * z).sum(axis=0)
    products = np.einsum("r,ri,rj->ij", w, centred, centred)
    scale = np.sqrt(np.diag(products))
    correlations = (products / np.outer(scale, scale)).astype(float)
    values, vectors = np.linalg.eigh(correlations)
    values, vectors = values[::-1], vectors[:, ::-1]
    count = max(int((values > 0.999999).sum()), rows.x.shape[2] - len(rest)) if wanted is True else wanted
    simple = correlations - np.eye(len(own))
    inverse = np.linalg.inv(correlations)
    partial = inverse / np.sqrt(np.outer(np.diag(inverse), np.diag(inverse))) - np.eye(len(own))
    kmo = (simple**2).sum() / ((simple**2).sum() + (partial**2).sum())
    rows.components = {"kept": count, "share": values[:count].sum() / values.sum(), "kmo": kmo}
    rows.z = np.concatenate([rows.z[:, :, own] @ vectors[:, :count].astype(LD), rows.z[:, :, rest]], axis=2)
    rows.origin = [("components", c, "both") for c in range(count)] + [rows.origin[j] for j in rest]


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
    rows = Rows(
        names=names + ["_cons"] * constant,
        y=np.concatenate(ys, axis=1),
        x=np.concatenate(xs, axis=1),
        z=z[:, :, kept],
        w=np.ones(z.shape[:2], dtype=LD),
        origin=[columns[j][0] for j in kept],
        used=used,
        constant=constant,
        **dict.fromkeys(["matrices", "panel", "level_y", "level_x", "level_w", "move"]),
    )
    return rows
