/** Bootstraps the model: replicates arrive while one looks on, and the run can be stopped and continued. */
import { useEffect, useState } from 'preact/hooks';
import type { Figure } from 'wasmetrics/report';
import { CoefficientChoice, coefficientOf } from '../checks/coefficient.js';
import { Running } from '../components/running.js';
import { ask } from '../engine/client.js';
import type { Bootstrapped, Histogram as Bars } from '../engine/questions/bootstraps.js';
import { LibraryFigure } from '../figures/spec/figure.js';
import { Warnings } from '../results/warnings.js';
import { fit, fittedModel } from '../session/estimate.js';
import { count, decimal } from '../words/numbers.js';
import { words } from '../words/words.js';
import { Histogram } from './histogram.js';
import { BootstrapOptionsForm } from './options.js';
import { RunningErrors } from './running-error.js';
import { goOn, history, interrupted, look, shownCoefficient, start, task } from './state.js';
import { Summary } from './summary.js';
import '../style/bootstrap.css';

export default function BootstrapPanel() {
  const say = words.value.bootstrap;
  const { running, progress, failure, answer, request } = task.state.value;
  useEffect(() => void look(), []);
  const isOutdated =
    request !== undefined && JSON.stringify(request.model) !== JSON.stringify(fittedModel.value);
  return (
    <section class="card" aria-labelledby="bootstrap-heading">
      <h2 id="bootstrap-heading">{say.title}</h2>
      <BootstrapOptionsForm />
      <Running
        {...{ running, progress, failure }}
        label={say.run}
        onStart={() => void start()}
        onStop={task.stop}
      />
      {!running && <GoOn />}
      {isOutdated && <p class="note">{words.value.running.outdated}</p>}
      {(progress !== undefined || answer !== undefined) && (
        <div class="controls">
          <CoefficientChoice chosen={shownCoefficient} />
        </div>
      )}
      <Live />
      {answer !== undefined && <Found found={answer} />}
    </section>
  );
}

/** A bootstrap of this data that was stopped, or that ended with the page. */
function GoOn() {
  const say = words.value.bootstrap;
  const kept = interrupted.value;
  if (kept === undefined) return null;
  return (
    <p>
      {say.interrupted(count(kept.done), count(kept.request.options.reps))}{' '}
      <button type="button" onClick={() => void goOn(kept)}>
        {say.goOn}
      </button>
    </p>
  );
}

/** The replicates so far of the coefficient that is shown. */
function Live() {
  const say = words.value.bootstrap;
  const { progress, answer, request } = task.state.value;
  const shown = answer?.fit ?? fit.value;
  const name = coefficientOf(shown, shownCoefficient.value);
  const bars: Bars | undefined = (answer ?? progress)?.histograms[name];
  if (shown === undefined || bars === undefined) return null;
  const error = progress?.stdErrors[name];
  return (
    <div class="bootstrap-live" aria-label={say.live(name)} role="group">
      {answer === undefined && (
        <Histogram
          coefficient={name}
          bars={bars}
          estimate={shown.params[name]!}
          interval={shown.confInt[name]!}
        />
      )}
      {progress !== undefined && (
        <>
          <p class="note">
            {error !== undefined &&
              say.errorNow(decimal(error), decimal(progress.monteCarloError[name]!))}{' '}
            {say.rate(count(Math.round(progress.rate)))}
          </p>
          <RunningErrors
            history={history.value}
            coefficient={name}
            total={request?.options.reps ?? progress.total}
          />
        </>
      )}
    </div>
  );
}

function Found({ found }: { readonly found: Bootstrapped }) {
  const say = words.value.bootstrap;
  const { bootstrap } = found.fit;
  const name = coefficientOf(found.fit, shownCoefficient.value);
  return (
    <>
      <p role="status">
        {say.found(count(bootstrap.completed), count(bootstrap.failed), found.seconds.toFixed(1))}{' '}
        {bootstrap.partial && say.partial}
      </p>
      <Distribution of={name} found={found} />
      <Summary found={found} />
      <Warnings warnings={bootstrap.warnings} />
    </>
  );
}

/** The figure of the replicates, with its intervals, to take away. */
function Distribution({ of, found }: { readonly of: string; readonly found: Bootstrapped }) {
  const [figure, setFigure] = useState<Figure>();
  useEffect(() => {
    ask('bootstrapFigure', of).then(setFigure, () => setFigure(undefined));
  }, [of, found]);
  return figure === undefined ? null : <LibraryFigure figure={figure} />;
}
