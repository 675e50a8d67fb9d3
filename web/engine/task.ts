/** A long question to the engine, with its progress: it goes on when its panel is closed, and can be stopped. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Progress } from 'wasmetrics';
import { ask, EngineFailure } from './client.js';
import type { Failure } from './failure.js';
import type { Answer, Asks, QuestionName } from './protocol.js';

export interface TaskState<Name extends QuestionName, Report = Progress> {
  readonly running: boolean;
  /** What was asked last. */
  readonly request: Asks<Name> | undefined;
  readonly progress: Report | undefined;
  readonly answer: Answer<Name> | undefined;
  readonly failure: Failure | undefined;
}

export interface Task<Name extends QuestionName, Report = Progress> {
  readonly state: ReadonlySignal<TaskState<Name, Report>>;
  /** Asks; what was running is stopped. */
  start(value: Asks<Name>): Promise<void>;
  stop(): void;
}

export function taskOf<Name extends QuestionName, Report = Progress>(
  name: Name,
): Task<Name, Report> {
  const none = { request: undefined, progress: undefined, answer: undefined, failure: undefined };
  const state = signal<TaskState<Name, Report>>({ running: false, ...none });
  let controller = new AbortController();
  const set = (part: Partial<TaskState<Name, Report>>) =>
    batch(() => (state.value = { ...state.value, ...part }));
  return {
    state,
    async start(value) {
      controller.abort();
      const mine = (controller = new AbortController());
      const isMine = () => mine === controller;
      const { signal: stopped } = mine;
      set({ ...none, running: true, request: value });
      const onProgress = (progress: Report) => isMine() && set({ progress });
      try {
        const answer = await ask<Name, Report>(name, value, { signal: stopped, onProgress });
        if (isMine()) set({ running: false, answer });
      } catch (error) {
        if (!(error instanceof EngineFailure)) throw error;
        const { failure } = error;
        if (!isMine()) return;
        set({ running: false, failure: failure.code === 'aborted' ? undefined : failure });
      }
    },
    stop: () => controller.abort(),
  };
}
