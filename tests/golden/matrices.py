"""The matrices of restatement.py: transformations, H, and inverses in extended precision."""

import numpy as np

LD = np.longdouble


def transformation(kind, periods):
    """The T x T matrix of the transformation on a full grid; its first row is zero."""
    matrix = np.zeros((periods, periods), dtype=LD)
    for t in range(1, periods):
        if kind == "fd":
            matrix[t, t - 1 : t + 1] = -1, 1
        else:
            later = LD(periods - t)
            matrix[t, t - 1] = np.sqrt(later / (later + 1))
            matrix[t, t:] = -matrix[t, t - 1] / later
    return matrix


def one_step_rows(h, blocks):
    """Rows of F'Z with xtabond2's H = F F' (N x . x J), from (matrix N x T x T, Z N x T x J) of each block."""
    if h == 1:
        return np.concatenate([z for _, z in blocks], axis=1)
    parts = [np.einsum("its,itj->isj", matrix, z) for matrix, z in blocks]
    return sum(parts) if h == 3 else np.concatenate(parts, axis=1)


def rank(matrix):
    """Of a symmetric matrix, counted after scaling to a unit diagonal."""
    scale = 1 / np.sqrt(np.diag(matrix).astype(float))
    values = np.linalg.eigvalsh(matrix.astype(float) * np.outer(scale, scale))
    return int(np.sum(values > 1e-11 * values.max()))


def inverse(matrix):
    """Of a symmetric matrix, by elimination; Moore-Penrose where it is singular."""
    if rank(matrix) < len(matrix):
        return np.linalg.pinv(matrix.astype(float), rcond=1e-13, hermitian=True).astype(LD)
    scale = 1 / np.sqrt(np.diag(matrix))
    work = np.hstack([matrix * np.outer(scale, scale), np.eye(len(matrix), dtype=LD)])
    for j in range(len(matrix)):
        work[j] /= work[j, j]
        others = np.arange(len(matrix)) != j
        work[others] -= np.outer(work[others, j], work[j])
    return work[:, len(matrix) :] * np.outer(scale, scale)
