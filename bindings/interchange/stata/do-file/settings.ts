/** Statements of a do-file on the data file and the panel. */
import { defined, type Setting } from '../../imported.js';

/** Reads `import delimited`, `use firms.dta`, `xtset id year`; undefined for another statement. */
export function settingOf(statement: string): Setting | undefined {
  return dataOf(statement) ?? panelSetting(statement);
}

function dataOf(statement: string): Setting | undefined {
  const file =
    /^(?:import\s+(?:delimited|excel)|insheet)\s+(?:[\w\s]*\busing\s+)?(?:"([^"]+)"|([^\s,]+))/.exec(
      statement,
    ) ?? /^use\s+(?:[^"]*\busing\s+)?(?:"([^"]+)"|([^\s,"]+))/.exec(statement);
  if (file === null) return undefined;
  const path = file[1] ?? file[2]!;
  const named = /^use\b/.test(statement) && !/\.\w+$/.test(path) ? `${path}.dta` : path;
  return { data: named.replace(/\\/g, '/') };
}

function panelSetting(statement: string): Setting | undefined {
  const panel = /^(?:xtset|tsset)\s+(\w+)(?:\s+(\w+))?\s*(?:,([^]*))?$/.exec(statement);
  if (panel === null) return undefined;
  const [, first, second, rest = ''] = panel;
  const step = /\bdelta\(\s*([\d.]+)\s*\)/.exec(rest)?.[1];
  const number = step === undefined ? undefined : Number(step);
  if (second !== undefined) return defined({ unit: first, time: second, step: number });
  const isUnit = statement.startsWith('xtset');
  return defined({ ...(isUnit ? { unit: first } : { time: first }), step: number });
}
