/** Commands that gretl and plm ran: the imported model gives their estimates. */
import { readFileSync } from 'node:fs';
import { fitModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { describe, expect, it, test } from 'vitest';
import { canonical, cases } from './cases.js';
import type { ByName } from '../../../bindings/results/common.js';
import { relative } from '../../golden/check.js';
import { importDynamic } from './importing.js';

interface Ran {
  readonly program: 'gretl' | 'plm';
  readonly command: string;
  readonly params: ByName;
  readonly stdErrors: ByName;
}

const golden = new URL('../../golden/', import.meta.url);
const ran = JSON.parse(readFileSync(new URL('commands.json', golden), 'utf8')) as Ran[];
const firms = parseCsv(readFileSync(new URL('abdata/data.csv', golden), 'utf8'));

function distances(expected: ByName, params: ByName): [string, number][] {
  return Object.entries(expected).map(([name, value]) => {
    const { difference } = relative(name, 'params', { expected: value, found: params[name] }, 0);
    return [name, difference];
  });
}

const far = (all: readonly [string, number][]) => all.filter(([, distance]) => distance > 1e-8);

describe('commands run by gretl and plm', () => {
  test.each(ran)('$command', async ({ command, params, stdErrors }) => {
    const fit = await fitModel(firms, importDynamic(command).model);
    expect(far(distances(params, fit.params))).toEqual([]);
    expect(far(distances(stdErrors, fit.stdErrors))).toEqual([]);
  });
});

const pdynmc = (rest: string) =>
  `pdynmc(dat = d, varname.i = "id", varname.t = "year", use.mc.diff = TRUE, use.mc.lev = FALSE,
    use.mc.nonlin = FALSE, include.y = TRUE, varname.y = "n", lagTerms.y = 2, fur.con = TRUE,
    fur.con.diff = TRUE, fur.con.lev = FALSE, w.mat = "iid.err", std.err = "corrected", opt.meth = "none", ${rest})`;

const table4 =
  'varname.reg.fur = c("w", "k", "ys"), lagTerms.reg.fur = c(1, 2, 2), include.dum = TRUE, dum.diff = TRUE, dum.lev = FALSE, varname.dum = "year"';

/** Calls whose results agree with those of the case by another program. */
const agreed: readonly (readonly [string, string])[] = [
  ['abdata/a1-onestep.json', pdynmc(`${table4}, estimation = "onestep"`)],
  ['abdata/a2-twostep-wc.json', pdynmc(`${table4}, estimation = "twostep"`)],
];

const byRole = pdynmc(
  'maxLags.y = 4, inst.stata = TRUE, include.x = TRUE, varname.reg.pre = c("w"), lagTerms.reg.pre = c(0), maxLags.reg.pre = c(3), varname.reg.fur = c("k"), lagTerms.reg.fur = c(0), estimation = "twostep"',
);

describe('calls of pdynmc', () => {
  test.each(agreed)('are estimated as %s', async (name, command) => {
    const { expected } = cases.find((one) => one.name === name)!;
    const fit = await fitModel(firms, importDynamic(command).model);
    const slopes = Object.entries(fit.params).filter(([one]) => one in expected.params!);
    expect(slopes).toHaveLength(10);
    expect(far(distances(Object.fromEntries(slopes), expected.params!))).toEqual([]);
  });

  it('name windows by role', () => {
    const { model } = cases.find(({ name }) => name === 'abdata/simple-diff-twostep-wc.json')!;
    expect(canonical(importDynamic(byRole).model)).toEqual(canonical(model));
  });
});
