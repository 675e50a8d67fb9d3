/** Everything that is in the result, below what is read at a glance; it is asked for when it is opened. */
import { useEffect, useState } from 'preact/hooks';
import type { Document } from 'wasmetrics/report';
import { DocumentShown } from '../documents/document.js';
import { ask } from '../engine/client.js';
import { fit, fittedModel } from '../session/estimate.js';
import { asInput } from '../session/model.js';
import { language } from '../words/words.js';

/** Milliseconds without a change after which the report follows the estimate. */
const rest = 150;

export default function Report() {
  const [document, setDocument] = useState<Document>();
  const shown = fit.value;
  const spokenIn = language.value;
  useEffect(() => {
    const timer = setTimeout(() => {
      const model = fittedModel.peek();
      const isNewest = () => model === fittedModel.peek();
      ask('report', { model: asInput(model), language: spokenIn }).then(
        (answer) => isNewest() && setDocument(answer),
        () => undefined,
      );
    }, rest);
    return () => clearTimeout(timer);
  }, [shown, spokenIn]);
  return document === undefined ? null : <DocumentShown document={document} />;
}
