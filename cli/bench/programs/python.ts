/** Python, with the packages that a script imports. */
import { MARK, type Needs, type Runtime } from './runtime.js';

const modulesOf = ({ script }: Needs): string[] => [
  ...new Set([...script.matchAll(/^(?:import|from) (\w+)/gm)].map(([, name]) => name!)),
];

const text = (value: string) => JSON.stringify(value);

const coefficients = `def bench_coefficients(m):
    if hasattr(m, "models"):
        table = m.models[0].regression_table
        return list(table["coefficient"]), list(table["variable"])
    b = m.params if hasattr(m, "params") and hasattr(m.params, "index") else m.coef()
    return list(b), list(b.index)
`;

export const python: Runtime = {
  commands: ['python3', 'python'],
  ending: '.py',
  run: (executable, path) => ({ file: executable, args: [path] }),
  probe(executable, needs) {
    const modules = modulesOf(needs);
    const main = modules.find((name) => name === needs.name) ?? modules.at(-1)!;
    const code = `import importlib.metadata, ${modules.join(', ')}\nprint(importlib.metadata.version(${text(main)}))`;
    return { file: executable, args: ['-c', code] };
  },
  timed: (_, path, { least, most, seconds }) => `import ast, contextlib, io, time
bench_path = ${text(path)}
bench_body = ast.parse(open(bench_path, encoding="utf-8").read()).body
def bench_is_fit(s):
    if isinstance(s, ast.Assign):
        return getattr(s.targets[0], "id", "") == "m"
    return isinstance(s, ast.Expr) and ast.unparse(s).startswith("regression.abond(")
bench_at = max(i for i, s in enumerate(bench_body) if bench_is_fit(s))
bench_fit = bench_body[bench_at]
if isinstance(bench_fit, ast.Expr):
    bench_fit = ast.parse("m = " + ast.unparse(bench_fit)).body[0]
bench_scope = {}
def bench_compiled(statements):
    return compile(ast.Module(statements, []), bench_path, "exec")
exec(bench_compiled(bench_body[:bench_at]), bench_scope)
bench_fit = bench_compiled([bench_fit])
def bench_run():
    with contextlib.redirect_stdout(io.StringIO()):
        exec(bench_fit, bench_scope)
${coefficients}
bench_run()
for bench_b, bench_name in zip(*bench_coefficients(bench_scope["m"])):
    print("${MARK} coefficient %.17g %s" % (bench_b, bench_name))
bench_total = 0.0
bench_done = 0
while bench_done < ${least} or (bench_total < ${seconds} and bench_done < ${most}):
    bench_begin = time.perf_counter()
    bench_run()
    bench_t = time.perf_counter() - bench_begin
    print("${MARK} time %.9f" % bench_t)
    bench_total += bench_t
    bench_done += 1
`,
  install(needs, hasRuntime) {
    const packages = modulesOf(needs).filter((name) => !['numpy', 'pandas'].includes(name));
    const inPython = `pip install ${packages.join(' ')}`;
    return hasRuntime ? inPython : `Python (https://www.python.org), then ${inPython}`;
  },
};
