"""Numbers of the scripts of Python by statsmodels: python3 make.py > python.json"""
import contextlib, io, json, re
import pandas as pd

files = {'abdata': '../../../examples/abdata.csv', 'grunfeld': '../grunfeld/data.csv',
         'college': '../college_distance/data.csv', 'crime': '../crime/data.csv'}
pd.Series.plot = lambda *args, **keys: None
read = pd.read_csv
pd.read_csv = lambda name: read(files[name.replace('.csv', '')])


def clean(name):
    name = re.sub(r'I\((\w+) \*\* (\d)\)', r'\1^\2', name)
    name = {'Intercept': '_cons', 'const': '_cons'}.get(name, name).replace('[T.', '[')
    return re.sub(r'C\((\w+)\)\[(.+?)\]', r'\1=\2', name).replace('np.', '')


out = {}
for script in ['employment.py', 'loops.py', 'wages.py', 'grunfeld.py', 'filters.py', 'events.py', 'matrices.py', 'sectors.py', 'patterns.py']:
    space = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(open(script).read(), space)
    fits = {name: space[name] for name in sorted(space) if re.fullmatch(r'r\d', name) and hasattr(space[name], 'ssr')}
    out[script] = {
        name: {'params': {clean(k): v for k, v in fit.params.items()},
               'stdErrors': {clean(k): v for k, v in fit.bse.items()}}
        for name, fit in fits.items()}
print(json.dumps(out, indent=1))
