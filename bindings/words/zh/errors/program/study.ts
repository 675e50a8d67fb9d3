/** Errors of the files that a study names, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/program/study.js';

export const study: Retold<typeof english> = {
  'bad-value/output': (detail) => {
    const { found } = detail;
    switch (detail.expected) {
      case 'key':
        return `应为 ${detail.keys.join('、')} 之一，实为 ${found}`;
      case 'ending':
        return `文件应以 ${detail.endings.join('、')} 之一结尾，实为 ${found}`;
      case 'no-bundle':
        return `作业文件夹中不应制作复现包，实为 ${found}；请单独为该研究制作复现包`;
      case 'numbers':
        return `应为数值文件，实为 ${found}`;
      case 'writable':
        return `应为可以写出的输出，实为 ${found}`;
    }
  },
  'bad-value/template': ({ found }) => `模板应以 .tmpl 结尾，如 results.md.tmpl，实为 ${found}`,
  'file-not-writable/folder': ({ found, reason }) =>
    `无法建立 ${found} 所在的文件夹：${reason ?? '路径中有一部分是文件'}`,
  'bundle-outside/output': ({ found, folder }) =>
    `研究位于复现包中，文件应在 ${folder} 之下，实为 ${found}；请更改路径，或使用不在那里写文件的 wasmetrics verify`,
  'text/checked': ({ path, named, compared, findings }) =>
    `${path}：比较了${named}个标明名称的数和${compared}个其他数，其中${findings}个已不相符`,
};
