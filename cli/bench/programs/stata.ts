/** Stata, whose last line of an exported do-file is the estimate. */
import { MARK, type Runtime } from './runtime.js';

/** Commands that Stata does not bring with it. */
const packages: Readonly<Record<string, string>> = {
  xtabond2: 'xtabond2',
  xtdpdgmm: 'xtdpdgmm',
  reghdfe: 'reghdfe',
  ivreg2: 'ivreg2',
  ivreghdfe: 'ivreghdfe',
};

export const stata: Runtime = {
  commands: ['stata-mp', 'stata-se', 'stata'],
  ending: '.do',
  run: (executable, path) => ({ file: executable, args: ['-b', 'do', path] }),
  log: '.log',
  timed({ script }, _, { least }) {
    const lines = script.trimEnd().split('\n');
    const fit = lines.pop()!;
    return `set linesize 255
${lines.join('\n')}
${fit}
matrix bench_b = e(b)
local bench_names : colfullnames bench_b
local bench_i = 0
foreach bench_name of local bench_names {
    local ++bench_i
    display "${MARK} coefficient " %24.17g bench_b[1, \`bench_i'] " \`bench_name'"
}
display "${MARK} version " c(stata_version)
forvalues bench_i = 1/${least} {
    timer clear 1
    timer on 1
    quietly ${fit}
    timer off 1
    quietly timer list 1
    display "${MARK} time " r(t1)
}
`;
  },
  install({ name }, hasRuntime) {
    const inStata = packages[name] === undefined ? '' : `ssc install ${packages[name]}`;
    return hasRuntime ? inStata : `Stata (https://www.stata.com)${inStata && `, then ${inStata}`}`;
  },
};
