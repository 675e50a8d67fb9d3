import { lagsTooDeep, windowTooWide } from '../../../words/errors/models/dynamic-model.js';
import { type PanelIndex, periodName } from '../../../data/panel/panel.js';
import { InputError } from '../../../core/errors/errors.js';
import type { Evaluated } from '../../../data/evaluate.js';
import type { DynamicModel, Equation, GmmGroup, IvGroup } from '../model/model.js';
import type { ColumnSet } from './columns.js';

/** One variable's instruments, as `assembly/estimators/dpd/stack/instrument-rows.ts` takes them. */
export interface InstrumentSpec {
  readonly kind: 'gmm' | 'ordinary' | 'constant';
  readonly name: string;
  /** Column of the design. */
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly collapse: boolean;
  readonly equation: Equation;
  /** True when its transformed equation uses the other transformation. */
  readonly other: boolean;
  /** True when the values are not transformed. */
  readonly passthru: boolean;
  /** Number of the group that the user wrote it in; -1 for the constant. */
  readonly group: number;
}

interface Parts {
  readonly panel: PanelIndex;
  readonly columns: ColumnSet;
  readonly ordinary: readonly (readonly Evaluated[])[];
  readonly gmm: readonly (readonly Evaluated[])[];
  readonly dummies: readonly Evaluated[];
}

/** Limits the columns of one variable in one equation, and the entries of its rows, so that they fit into the core. */
const MOST_COLUMNS = 1e6;
const MOST_ENTRIES = 1e7;

/** Plans the groups in the order gmm, iv, time effects. The time effects of a system instrument the level equation. */
export function planInstruments(model: DynamicModel, parts: Parts): InstrumentSpec[] {
  const gmm = model.gmm.flatMap((_, g) =>
    parts.gmm[g]!.map((variable) => gmmSpec(model, g, variable, parts)),
  );
  const iv = model.iv.flatMap((group, g) =>
    parts.ordinary[g]!.map((variable) =>
      ordinarySpec(variable, placeOf(group, model), model.gmm.length + g, parts),
    ),
  );
  const last = model.gmm.length + model.iv.length;
  const equation = model.system ? 'level' : 'diff';
  const place: Place = { equation, other: false, passthru: false };
  return [...gmm, ...iv, ...parts.dummies.map((d) => ordinarySpec(d, place, last, parts))];
}

/** `gmm(n w, 2:4, collapse, level)`: the groups in the words of the printed tests. */
export function groupNames(model: DynamicModel): string[] {
  const gmm = model.gmm.map((group) => {
    const lags = `${group.lags[0]}:${group.lags[1] ?? '.'}`;
    return groupName('gmm', group, [lags, ...(group.collapse ? ['collapse'] : [])]);
  });
  const iv = model.iv.map((group) => groupName('iv', group, group.mz ? ['mz'] : []));
  return [...gmm, ...iv, ...(model.timeEffects ? ['iv(time effects)'] : [])];
}

function groupName(kind: string, group: GmmGroup | IvGroup, parts: readonly string[]): string {
  const { equation, transform, passthru } = group;
  const place = [
    ...(equation === 'both' ? [] : [equation]),
    ...(transform === undefined ? [] : [transform]),
    ...(passthru ? ['passthru'] : []),
  ];
  return `${kind}(${[group.vars.join(' '), ...parts, ...place].join(', ')})`;
}

type Place = Pick<InstrumentSpec, 'equation' | 'other' | 'passthru'>;

/** Without a transformed equation, a group for both equations serves the level equation. */
function placeOf(
  { equation, transform, passthru }: GmmGroup | IvGroup,
  model: DynamicModel,
): Place {
  const level = model.transform === 'level' && equation === 'both';
  return {
    equation: level ? 'level' : equation,
    other: transform !== undefined && transform !== model.transform,
    passthru,
  };
}

function gmmSpec(
  model: DynamicModel,
  number: number,
  { name }: Evaluated,
  { panel, columns }: Parts,
): InstrumentSpec {
  const group = model.gmm[number]!;
  const deepest = panel.nperiods - 1;
  const [from, to] = group.lags;
  if (from > deepest) {
    const first = periodName(panel, 0);
    const last = periodName(panel, panel.nperiods - 1);
    const periods = { periods: panel.nperiods, first, last };
    throw new InputError(
      lagsTooDeep({ group: number, variable: name, from, deepest, ...periods }),
      model.estimator,
    );
  }
  const last = Math.min(to ?? deepest, deepest);
  const nlags = last - from + 1;
  if (nlags * panel.nperiods > (group.collapse ? MOST_ENTRIES : MOST_COLUMNS)) {
    throw new InputError(
      windowTooWide({ group: number, variable: name, lags: nlags, periods: panel.nperiods }),
      model.estimator,
    );
  }
  return {
    kind: 'gmm',
    name,
    column: columns.position(name),
    from,
    to: last,
    collapse: group.collapse,
    ...placeOf(group, model),
    group: number,
  };
}

function ordinarySpec(
  { name }: Evaluated,
  place: Place,
  group: number,
  { columns }: Parts,
): InstrumentSpec {
  const column = columns.position(name);
  return { kind: 'ordinary', name, column, from: 0, to: 0, collapse: false, ...place, group };
}
