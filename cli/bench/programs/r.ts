/** R, with the packages that a script loads. */
import { MARK, type Needs, type Runtime } from './runtime.js';

const packagesOf = ({ script }: Needs): string[] => [
  ...new Set([...script.matchAll(/^library\(([\w.]+)\)/gm)].map(([, name]) => name!)),
];

/** The package whose version is that of the program; `lm` is in R itself. */
const mainOf = (needs: Needs): string => (needs.name === 'lm' ? 'stats' : needs.name);

const text = (value: string) => JSON.stringify(value);

export const r: Runtime = {
  commands: ['Rscript'],
  ending: '.R',
  run: (executable, path) => ({ file: executable, args: [path] }),
  probe(executable, needs) {
    const all = [...packagesOf(needs), mainOf(needs)].filter((name) => name !== 'r');
    const main = all.at(-1)!;
    const code = `for (p in c(${all.map(text).join(', ')})) packageVersion(p); cat("\\n"); cat(as.character(packageVersion(${text(main)})))`;
    return { file: executable, args: ['-e', code] };
  },
  timed: (_, path, { least, most, seconds }) => `bench_code <- parse(${text(path)})
bench_is_fit <- function(e) is.call(e) && identical(e[[1]], as.name("<-")) && is.name(e[[2]]) && as.character(e[[2]]) %in% c("m", "fit")
bench_at <- max(which(vapply(bench_code, bench_is_fit, TRUE)))
for (bench_e in bench_code[seq_len(bench_at)]) eval(bench_e, globalenv())
bench_m <- get(as.character(bench_code[[bench_at]][[2]]), globalenv())
bench_b <- if (inherits(bench_m, "pdynmc")) bench_m$coefficients else coef(bench_m)
bench_names <- if (is.null(names(bench_b))) rep("", length(bench_b)) else names(bench_b)
cat(sprintf("\\n${MARK} coefficient %.17g %s", bench_b, bench_names), "\\n")
bench_total <- 0
bench_done <- 0
while (bench_done < ${least} || (bench_total < ${seconds} && bench_done < ${most})) {
  bench_begin <- as.numeric(Sys.time())
  eval(bench_code[[bench_at]], globalenv())
  bench_t <- as.numeric(Sys.time()) - bench_begin
  cat(sprintf("\\n${MARK} time %.9f\\n", bench_t))
  bench_total <- bench_total + bench_t
  bench_done <- bench_done + 1
}
`,
  install(needs, hasRuntime) {
    const packages = packagesOf(needs).map(text);
    const list = packages.length === 1 ? packages[0]! : `c(${packages.join(', ')})`;
    const inR = packages.length === 0 ? '' : `Rscript -e 'install.packages(${list})'`;
    return hasRuntime ? inR : `R (https://www.r-project.org)${inR && `, then ${inR}`}`;
  },
};
