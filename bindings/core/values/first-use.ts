import { EconError, EngineError } from '../errors/errors.js';
import { partNotLoaded } from '../../words/errors/core/engine.js';

/** Parts of the program that are loaded on first use, so that a page contains only what it uses. */
export interface FirstUse<Part> {
  /** The part, once it has been loaded. */
  readonly loaded: Part | undefined;
  load(): Promise<Part>;
  /** The part. @throws NotLoaded */
  needed(): Part;
  /** Stores a part that is already available, and returns it. */
  hold(part: Part): Part;
}

/** A part is needed that is not loaded yet. Whoever can wait loads it and starts again. */
export class NotLoaded extends Error {
  constructor(readonly load: () => Promise<unknown>) {
    super('a part of the program is not loaded');
  }
}

export function onFirstUse<Part>(load: () => Promise<Part>): FirstUse<Part> {
  let part: Part | undefined;
  const loading = async () => (part ??= await load().catch(refuse));
  return {
    get loaded() {
      return part;
    },
    load: loading,
    needed() {
      if (part === undefined) throw new NotLoaded(loading);
      return part;
    },
    hold: (given) => (part ??= given),
  };
}

/** @throws EngineError `cannot-load` for a file that a page does not get, such as one of a build that was replaced */
function refuse(error: unknown): never {
  if (error instanceof EconError) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  throw new EngineError(partNotLoaded({ reason }), { of: 'wasmetrics', cause: error });
}
