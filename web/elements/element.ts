/** What both elements share: a shadow root, what it shows, and when that is made anew. */
import { signal } from '@preact/signals';
import { type ComponentChild, render } from 'preact';
import { EngineFailure } from '../engine/connection.js';
import { language, languageOf } from '../words/words.js';
import type { Shown } from './shown.js';
import { styleSheet } from './style.js';
import type { ElementFailure } from './types.js';
import { said } from '../words/elements.js';

/** Absent where a server renders pages: there the elements are their fallbacks. */
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

export abstract class ResultElement<Result> extends Base implements Shown<Result> {
  readonly shown = signal<Result | undefined>(undefined);
  readonly failed = signal<ElementFailure | undefined>(undefined);
  /** Aborted when everything is made anew, and when the element leaves the page. */
  protected stop = new AbortController();
  #isWaiting = false;
  #leave = () => {};

  /** What is in the shadow root. */
  protected abstract view(): ComponentChild;
  /** Makes everything anew from the attributes. */
  protected abstract open(signal: AbortSignal): Promise<void>;

  get failure(): ElementFailure | undefined {
    return this.failed.value;
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  set src(address: string) {
    this.setAttribute('src', address);
  }

  /** Properties that a page sets before this file is loaded. */
  protected abstract readonly settable: readonly string[];

  connectedCallback(): void {
    for (const name of this.settable) this.#takeOver(name);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet()];
    render(this.view(), root);
    // It is called at once, and whenever the language changes.
    this.#leave = language.subscribe(() => this.reopen());
  }

  disconnectedCallback(): void {
    this.#leave();
    this.stop.abort();
    render(null, this.shadowRoot!);
  }

  #takeOver(name: string): void {
    if (!Object.hasOwn(this, name)) return;
    const properties = this as unknown as Record<string, unknown>;
    const value = properties[name];
    Reflect.deleteProperty(this, name);
    properties[name] = value;
  }

  attributeChangedCallback(_: string, before: string | null, after: string | null): void {
    if (this.isConnected && before !== after) this.reopen();
  }

  /** Attributes that change together make everything anew once. */
  protected reopen(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    queueMicrotask(() => {
      this.#isWaiting = false;
      if (!this.isConnected) return;
      this.shown.value = undefined;
      this.failed.value = undefined;
      this.stop.abort();
      this.stop = new AbortController();
      const { signal } = this.stop;
      void this.attempt(signal, () => this.open(signal));
    });
  }

  /** Runs a task, and shows why it failed unless everything is made anew by then. */
  async attempt(signal: AbortSignal, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      if (!signal.aborted) this.refuse(failureOf(error));
    }
  }

  /** Shows a result and tells the page. */
  protected show(result: Result, detail: unknown): void {
    this.failed.value = undefined;
    this.shown.value = result;
    this.#tell('wasmetrics-result', detail);
  }

  refuse(failure: ElementFailure): void {
    this.failed.value = failure;
    this.#tell('wasmetrics-error', failure);
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** An address in an attribute, which is relative to the page. */
  protected addressIn(name: string): string | undefined {
    const address = this.getAttribute(name)?.trim();
    return address ? new URL(address, this.baseURI).href : undefined;
  }
}

function failureOf(error: unknown): ElementFailure {
  if (!(error instanceof EngineFailure)) {
    return { code: 'unexpected', message: (error as Error).message };
  }
  const { code, message, detail } = error.failure;
  return message === code ? refusal(code, detail as Detail) : { code, message };
}

type Failures = typeof said.value.failures;
type Detail = Readonly<Record<string, string>>;

/** What is no error of the library, in words. */
export function refusal(code: string, detail: Detail = {}): ElementFailure {
  const say = said.peek().failures[code as keyof Failures];
  return { code, message: say(detail as never) };
}

/** The language of the page's document decides on the words. */
export function followLanguage(): void {
  const root = document.documentElement;
  const read = () => (language.value = languageOf(root.lang));
  new MutationObserver(read).observe(root, { attributeFilter: ['lang'] });
  read();
}
