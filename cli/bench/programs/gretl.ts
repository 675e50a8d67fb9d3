/** gretl, whose last line of an exported script is the estimate. */
import { MARK, type Runtime } from './runtime.js';

/**
 * Names of the coefficients: `dpanel 2 ; y x const ; ...` has lags of y first, and other commands know the list of
 * their regressors, whose order is not that of the command. Dummies of periods have no names here and come last.
 */
function namesOf(fit: string): string {
  const [, lags, outcome, others] = /^dpanel (\d+) ; (\S+) ([^;]*?) ?;/.exec(fit) ?? [];
  if (lags === undefined) return 'strings bench_names = varnames($xlist)';
  const lagged = Array.from({ length: Number(lags) }, (_, i) => `L${i + 1}.${outcome}`);
  const names = [...lagged, ...others!.split(' ')].map((name) => JSON.stringify(name));
  return `strings bench_names = defarray(${names.join(', ')})`;
}

export const gretl: Runtime = {
  commands: ['gretlcli'],
  ending: '.inp',
  run: (executable, path) => ({ file: executable, args: ['-b', path] }),
  timed({ script }, _, { least, most, seconds }) {
    const lines = script.trimEnd().split('\n');
    const fit = `${lines.pop()!} --quiet`;
    return `set verbose off
${lines.join('\n')}
${fit}
matrix bench_b = $coeff
${namesOf(fit)}
scalar bench_version = $version
printf "\\n${MARK} version %d%s\\n", floor(bench_version / 10), substr("abcdefghij", bench_version % 10 + 1, bench_version % 10 + 1)
loop bench_i = 1..rows(bench_b) --quiet
  if bench_i <= nelem(bench_names)
    printf "${MARK} coefficient %.17g %s\\n", bench_b[bench_i], bench_names[bench_i]
  else
    printf "${MARK} coefficient %.17g\\n", bench_b[bench_i]
  endif
endloop
scalar bench_total = 0
scalar bench_done = 0
loop while bench_done < ${least} || (bench_total < ${seconds} && bench_done < ${most}) --quiet
  set stopwatch
  ${fit}
  scalar bench_t = $stopwatch
  printf "${MARK} time %.9f\\n", bench_t
  bench_total = bench_total + bench_t
  bench_done = bench_done + 1
endloop
`;
  },
  install: () => 'gretl (https://gretl.sourceforge.net), or apt-get install gretl',
};
