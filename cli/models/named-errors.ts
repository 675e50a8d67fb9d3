/** Adds the model to errors about a file with several models. */
import { EconError } from '../../bindings/index.js';

/** The result of `read`; its errors start with the model's title, if there is one. */
export function namingModel<T>(title: string | undefined, read: () => T): T {
  try {
    const value = read();
    return value instanceof Promise ? (value.catch(rethrow) as T) : value;
  } catch (error) {
    return rethrow(error);
  }
  function rethrow(error: unknown): never {
    throw title === undefined || !(error instanceof EconError) ? error : withTitle(error, title);
  }
}

/** The error of the same class with the title before its message. */
function withTitle(error: EconError, title: string): EconError {
  const { of } = error.telling;
  return error.retold({
    of: of === undefined ? title : `${title}: ${of}`,
    detail: { ...error.detail, model: title },
  });
}
