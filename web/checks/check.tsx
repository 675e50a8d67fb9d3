/** One check of an estimate: what it is about, its controls, and its answer as a figure and a report. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Running } from '../components/running.js';
import { ResultDocument } from '../documents/result-document.js';
import type { QuestionName } from '../engine/protocol.js';
import type { Analysis, AnalysisQuestions } from '../engine/questions/analyses.js';
import type { Task } from '../engine/task.js';
import { LibraryFigure } from '../figures/spec/figure.js';
import { fittedModel } from '../session/estimate.js';
import { asInput } from '../session/model.js';
import { words } from '../words/words.js';

export type CheckName = keyof AnalysisQuestions & QuestionName;
type ResultOf<Name extends CheckName> = AnalysisQuestions[Name]['answer']['result'];

export interface CheckProps<Name extends CheckName> {
  readonly task: Task<Name>;
  readonly say: Readonly<Record<'title' | 'about' | 'run', string>>;
  readonly options: AnalysisQuestions[Name]['asks']['options'];
  /** Whether its options are complete. */
  readonly ready?: boolean;
  /** The controls of its options. */
  readonly children?: ComponentChildren;
  /** A figure of the page for results that the library has none for. */
  readonly figure?: (result: ResultOf<Name>) => ComponentChildren;
}

export function Check<Name extends CheckName>(props: CheckProps<Name>) {
  const { task, say, options, ready = true, children, figure } = props;
  const id = useId();
  const { running, progress, failure, answer, request } = task.state.value;
  const analysis = answer as Analysis<ResultOf<Name>> | undefined;
  const model = asInput(fittedModel.value);
  const start = () => ready && void task.start({ model, options } as never);
  const about = request as { readonly model: unknown } | undefined;
  return (
    <section class="card check" aria-labelledby={id}>
      <h2 id={id}>{say.title}</h2>
      <p class="note">{say.about}</p>
      {children !== undefined && <div class="controls">{children}</div>}
      <Running
        {...{ running, progress, failure }}
        label={say.run}
        onStart={start}
        onStop={task.stop}
      />
      <div role="status">
        {analysis !== undefined && about?.model !== model && (
          <p class="note">{words.value.running.outdated}</p>
        )}
        {analysis !== undefined && <Answer analysis={analysis} figure={figure} />}
      </div>
    </section>
  );
}

function Answer<Result>({
  analysis: { result, figure: drawn },
  figure,
}: {
  readonly analysis: Analysis<Result>;
  readonly figure: ((result: Result) => ComponentChildren) | undefined;
}) {
  return (
    <>
      {drawn !== undefined && <LibraryFigure figure={drawn} />}
      {figure?.(result)}
      <ResultDocument result={result} />
    </>
  );
}
