/** What the table shows: stars, statistics, lines below an estimate, decimals, style and labels. */
import { Choice } from '../components/choice.js';
import { NumberField } from '../components/number-field.js';
import { TermList } from '../components/term-list.js';
import { type ChosenSpec, setSpec, spec } from '../session/collected.js';
import { words } from '../words/words.js';
import { table } from './table-state.js';

type Below = NonNullable<ChosenSpec['below']>[number];
type Style = NonNullable<ChosenSpec['style']>;

const starLevels: Readonly<Record<string, ChosenSpec['stars']>> = {
  usual: undefined,
  strict: { '*': 0.05, '**': 0.01, '***': 0.001 },
  none: false,
};
const belowKinds: readonly Below[] = ['stdError', 't', 'z', 'p', 'interval'];
const styles: readonly Style[] = [
  'plain',
  'three-line',
  'aer',
  'econometrica',
  'jpe',
  'qje',
  'jpam',
  'ajps',
  'apsr',
  'io',
  'ajs',
  'asr',
  'demography',
  '经济研究',
  '管理世界',
  '中国工业经济',
];
const statistics = [
  'nobs',
  'ngroups',
  'rsquared',
  'rsquaredAdj',
  'rsquaredWithin',
  'f.stat',
  'ninstruments',
  'hansen.p',
  'ar[1].p',
  'ar[2].p',
  'firstStage.partialF',
  'kleibergenPaapF.stat',
  'loglik',
  'aic',
  'bic',
];

export function TableChoices() {
  const say = words.value.collect;
  const { stats } = spec.value;
  return (
    <>
      <Look />
      <div class="field" role="group" aria-label={say.stats}>
        <span class="field-label">{say.stats}</span>
        <TermList
          label={say.stats}
          terms={stats ?? statisticsShown()}
          search={(query) =>
            statistics.filter((name) => name.includes(query)).map((value) => ({ value }))
          }
          onChange={(chosen) => setSpec({ stats: chosen })}
        />
      </div>
      <Labels />
    </>
  );
}

/** Title, stars and the look of numbers. */
function Look() {
  const say = words.value.collect;
  const { title, stars, below, digits, style } = spec.value;
  const starsNow =
    Object.keys(starLevels).find(
      (name) => JSON.stringify(starLevels[name]) === JSON.stringify(stars),
    ) ?? 'usual';
  return (
    <div class="controls">
      <label class="field">
        <span class="field-label">{say.title}</span>
        <input
          value={title ?? ''}
          onInput={({ currentTarget: { value } }) =>
            setSpec({ title: value === '' ? undefined : value }, 'table title')
          }
        />
      </label>
      <Choice
        label={say.stars}
        value={starsNow}
        options={Object.keys(starLevels)}
        say={(name) => say.starLevels[name as keyof typeof say.starLevels]}
        onChange={(name) => setSpec({ stars: starLevels[name] })}
      />
      <Choice
        label={say.below}
        value={below?.[0] ?? belowKinds[0]!}
        options={belowKinds}
        say={(kind) => say.belowKinds[kind as keyof typeof say.belowKinds]}
        onChange={(kind) => setSpec({ below: [kind as Below] })}
      />
      <NumberField
        label={say.digits}
        value={typeof digits === 'number' ? digits : 3}
        least={0}
        most={15}
        onChange={(number) => setSpec({ digits: number })}
      />
      <Choice
        label={say.style}
        value={style ?? styles[0]!}
        options={styles}
        onChange={(name) => setSpec({ style: name as Style })}
      />
    </div>
  );
}

/** The statistics that the table has without being asked. */
function statisticsShown(): string[] {
  const rows = table.value?.body.filter(({ kind }) => kind === 'stat') ?? [];
  return rows.flatMap(({ cells }) => cells[0]?.name ?? []);
}

/** A label for each term of the table. */
function Labels() {
  const say = words.value.collect;
  const terms = (table.value?.body ?? []).flatMap(({ kind, cells }) =>
    kind === 'estimate' ? (cells.find(({ name }) => name !== undefined)?.name ?? []) : [],
  );
  const labels = spec.value.labels ?? {};
  return (
    <details>
      <summary>{say.labels}</summary>
      <div class="controls">
        {[...new Set(terms)].map((term) => (
          <label key={term} class="field">
            <code class="field-label">{term}</code>
            <input
              value={labels[term] ?? ''}
              onChange={({ currentTarget: { value } }) => {
                const others = Object.entries(labels).filter(([name]) => name !== term);
                const all = value === '' ? others : [...others, [term, value]];
                setSpec({ labels: Object.fromEntries(all) as ChosenSpec['labels'] });
              }}
            />
          </label>
        ))}
      </div>
    </details>
  );
}
