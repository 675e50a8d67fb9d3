/** The specification curve: the estimate under every combination of the choices, as four linked panels. */
import { CoefficientChoice } from '../checks/coefficient.js';
import { Running } from '../components/running.js';
import { ResultDocument } from '../documents/result-document.js';
import { FigureFrame } from '../figures/frame.js';
import { fit, fittedModel } from '../session/estimate.js';
import { asInput } from '../session/model.js';
import { count } from '../words/numbers.js';
import { words } from '../words/words.js';
import { CurveControls } from './controls.js';
import { Drawing } from './drawing.js';
import { SpecificationNumbers } from './numbers.js';
import { Selected } from './selected.js';
import { coefficient, place, reset, rows, selected, shown, task } from './state.js';
import '../style/curve.css';

export default function CurvePanel() {
  const say = words.value.curve;
  const { running, progress, failure, request, answer } = task.state.value;
  const model = asInput(fittedModel.value);
  const start = async () => {
    reset();
    const of = coefficient.value;
    const options = fit.value !== undefined && of in fit.value.params ? { coefficient: of } : {};
    await task.start({ model, options });
    place.value = Math.max(
      0,
      shown.value.findIndex(({ own }) => own),
    );
  };
  return (
    <section class="card" aria-labelledby="curve-heading">
      <h2 id="curve-heading">{say.title}</h2>
      <p class="note">{say.about}</p>
      <div class="controls">
        <CoefficientChoice chosen={coefficient} />
      </div>
      <Running
        {...{ running, progress, failure }}
        label={say.run}
        onStart={() => void start()}
        onStop={task.stop}
      />
      {answer !== undefined && (
        <>
          {request?.model !== model && <p class="note">{words.value.running.outdated}</p>}
          <Curve />
        </>
      )}
    </section>
  );
}

function Curve() {
  const say = words.value.curve;
  const { result, figure } = task.state.value.answer!;
  const failed = result.specifications.length - result.all.count;
  return (
    <>
      <p role="status">
        {say.counts(count(shown.value.length), count(result.specifications.length), count(failed))}
      </p>
      <FigureFrame
        label={figure?.description ?? say.title}
        file="curve"
        spec={figure?.spec}
        table={<SpecificationNumbers />}
      >
        <Drawing
          result={result}
          shown={shown.value}
          rows={rows.value}
          place={selected.value === undefined ? 0 : shown.value.indexOf(selected.value)}
          onPick={(at) => (place.value = at)}
        />
      </FigureFrame>
      <p class="note">{say.apart}</p>
      <Selected />
      <CurveControls />
      <ResultDocument result={result} />
    </>
  );
}
