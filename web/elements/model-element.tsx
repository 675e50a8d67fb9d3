/** `<wasmetrics-model>`: a model of a file, estimated in the page, with controls that change it. */
import { signal } from '@preact/signals';
import type { FitResult, ModelInput } from 'wasmetrics';
import { latest } from '../engine/latest.js';
import { language } from '../words/words.js';
import { namesIn } from './controls/names.js';
import { refusal, ResultElement } from './element.js';
import { ask } from './engine.js';
import { ModelView } from './model-view.js';
import type { ShownModel } from './shown.js';
import type { WasmetricsModelElement } from './types.js';
import type { Fitted, OpenedModel, WrittenModel } from './worker/questions.js';

interface Estimating {
  readonly model: WrittenModel;
  readonly signal: AbortSignal;
}

export class ModelElement
  extends ResultElement<Fitted>
  implements ShownModel, WasmetricsModelElement
{
  static readonly observedAttributes = ['src', 'data', 'controls'];

  readonly opened = signal<OpenedModel | undefined>(undefined);
  readonly current = signal<WrittenModel | undefined>(undefined);
  readonly names = signal<readonly string[]>([]);
  protected readonly settable = ['src', 'data', 'controls', 'model'];
  #given: WrittenModel | undefined;

  get data(): string {
    return this.getAttribute('data') ?? '';
  }

  set data(address: string) {
    this.setAttribute('data', address);
  }

  get controls(): string {
    return this.getAttribute('controls') ?? '';
  }

  set controls(names: string) {
    this.setAttribute('controls', names);
  }

  get model(): ModelInput | undefined {
    return this.current.value as ModelInput | undefined;
  }

  set model(model: ModelInput | undefined) {
    this.#given = model as WrittenModel | undefined;
    this.reopen();
  }

  get result(): FitResult | undefined {
    return this.shown.value?.fit;
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null) {
    if (name === 'controls') this.names.value = namesIn(this.controls);
    else super.attributeChangedCallback(name, before, after);
  }

  protected view() {
    return <ModelView element={this} />;
  }

  protected async open(signal: AbortSignal): Promise<void> {
    this.opened.value = undefined;
    const place = this.#place();
    if (place.src === undefined && this.#given === undefined) {
      return this.refuse(refusal('missing-attribute', { attribute: 'src' }));
    }
    const opened = await ask('openModel', { ...place, model: this.#given });
    if (signal.aborted) return;
    this.opened.value = opened;
    this.change(opened.model);
  }

  change(model: WrittenModel): void {
    this.current.value = model;
    this.#estimate({ model, signal: this.stop.signal });
  }

  readonly #estimate = latest(({ model, signal }: Estimating) =>
    this.attempt(signal, async () => {
      if (signal.aborted) return;
      const fitted = await ask('fit', { ...this.#place(), model });
      if (!signal.aborted) this.show(fitted, fitted.fit);
    }),
  );

  #place() {
    return {
      src: this.addressIn('src'),
      data: this.addressIn('data'),
      page: this.baseURI,
      language: language.value,
    };
  }
}
