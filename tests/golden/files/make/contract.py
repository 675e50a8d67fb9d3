#!/usr/bin/python3
"""An oracle in the form that `wasmetrics convert --to json` prints (one for each table of a workbook).   python3 contract.py CASE.json
Numbers that JSON cannot hold stay {"number": "NaN"}; binary cells {"hex": ...}; time stamps are cut to milliseconds."""
import json, sys
FREQ = dict(td='day', tc='time', tw='week', tm='month', tq='quarter', th='half', ty='year')
def plain(v): return None if isinstance(v, dict) and 'missing' in v else v
def miss(vs, kinds): m = {str(i): (v['missing'] if 'missing' in v else v['error']) for i, v in enumerate(vs) if isinstance(v, dict) and ('missing' in v or 'error' in v)}; return {'missing': m} if m and kinds else {}
def dta(c):
    o = dict(name=c['name']); f = c['format'].lstrip('%-'); f = 'td' if f[:1] == 'd' else f[:2]
    if 'dates' in c: o.update(type='date', frequency=FREQ[f], values=c['dates'])
    elif c['storage'].startswith('str'): o.update(type='text', values=c['values'])
    else: o.update(type='number', values=[plain(v) for v in c['values']])
    if c.get('label'): o['label'] = c['label']
    if c.get('valueLabels'): o['valueLabels'] = c['valueLabels']
    return {**o, **miss(c['values'], True)}
def typed(c):
    t = c.get('type') or c.get('kind'); vs = c['values']; some = [v for v in vs if v is not None]
    if any(isinstance(v, dict) and 'int64' in v for v in some): return dict(name=c['name'], type='integer-text', values=[None if v is None else v['int64'] if isinstance(v, dict) else str(v) for v in vs])
    if any(isinstance(v, dict) and 'timestamp' in v for v in some): return dict(name=c['name'], type='date', frequency='time', values=[None if v is None else (v.get('timestamp') or v['date'] + 'T00:00:00.000')[:23] for v in vs])
    if any(isinstance(v, dict) and 'date' in v for v in some): return dict(name=c['name'], type='date', frequency='day', values=[None if v is None else v['date'] for v in vs])
    if any(isinstance(v, dict) and 'decimal' in v for v in some): return dict(name=c['name'], type='number', values=[None if v is None else float(v['decimal']) for v in vs])
    bad = miss(vs, True); vs = [None if isinstance(v, dict) and ('error' in v or 'missing' in v) else v for v in vs]; some = [v for v in vs if v is not None]
    k = 'boolean' if t in ('bool', 'boolean') or (some and all(isinstance(v, bool) for v in some)) else 'text' if t in ('string', 'text', 'binary') or any(isinstance(v, str) for v in some) else 'number'
    return {**dict(name=c['name'], type=k, values=vs), **bad}
def view(case):
    e = case['expected']
    if e.get('error'): return {'error': e['error']}
    if e['format'] == 'xlsx': return [dict(options=t['options'], nrows=t['nrows'], columns=[typed(c) for c in t['columns']]) for t in e['tables']]
    if 'columns_compact' in e: return dict(nrows=e['nrows'], columns=[dta(dict(name=n, storage=s, format='%9.0g', values=v)) for n, s, v in e['columns_compact']])
    if 'columns' not in e or (e['columns'] and 'values' not in e['columns'][0]): return {'summary': e}
    return dict(nrows=e['nrows'], columns=[dta(c) if e['format'] == 'dta' else typed(c) for c in e['columns']])
if __name__ == '__main__': print(json.dumps(view(json.load(open(sys.argv[1]))), ensure_ascii=False))
