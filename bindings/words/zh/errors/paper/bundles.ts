/** Errors of replication bundles, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/paper/bundles.js';

/** Maximum characters of a line or path in a message. */
const SHOWN = 100;
/** Maximum number of files in a message. */
const NAMED = 5;

function refused(what: string, files: readonly string[]): string {
  const listed = files.slice(0, NAMED).join('、');
  const more = files.length > NAMED ? `等 ${files.length} 个` : '';
  return `${what}：${listed}${more}；没有运行任何内容。请从发布处重新获取复现包`;
}

export const bundles: Retold<typeof english> = {
  'no-data/bundle': () => '应有数据文件，但没有；复现包需要研究所指定的数据',
  'bundle-query': () =>
    '应为文件，实为查询；请用 wasmetrics convert 将其各行写入文件，并指定该文件',
  'bundle-path/backslashes': ({ found }) =>
    `路径不应含反斜杠（在其他系统上会指向别的文件），实为 ${found}；请用 / 分隔文件夹，或将文件改名`,
  'bundle-outside': ({ found }) =>
    `应为复现包之内的文件，路径相对于研究文件，实为 ${found}；请将文件移到研究文件旁边`,
  'bundle-output/json': ({ isAbsent }) =>
    `应为含键和值的 JSON，${isAbsent ? '但没有该文件' : '实为其他内容'}；请重新制作复现包`,
  'bundle-output/none': () => '应有表、图、假设或数字，但没有；没有可比较的内容',
  'bundle-manifest/none': ({ file }) => `应有文件 ${file}，但没有；这不是复现包`,
  'bundle-manifest/line': ({ found }) =>
    `应为 SHA-256、两个空格和只列出一次的路径，实为 ${found.slice(0, SHOWN)}`,
  'bundle-manifest/rerun': ({ folder, found }) =>
    `${folder} 用于写入重新运行的结果，不作比较，不应列出其中的文件，实为 ${found.slice(0, SHOWN)}；请从发布处重新获取复现包`,
  'bundle-facts': ({ reason }) => `${reason}；请重新制作复现包`,
  'bundle-engine': ({ file, expected, found, isAbsent }) =>
    `应为清单所指定的引擎，${file} 的 SHA-256 为 ${expected}，${isAbsent ? '但没有该文件' : `实为 ${found}`}；没有运行其中任何代码`,
  'bundle-altered/manifest': ({ files }) => refused('有文件被改动，其字节与清单不符', files),
  'bundle-altered/data': ({ files }) => refused('有文件被改动，其 SHA-256 与论文数据的不符', files),
  'bundle-missing/manifest': ({ files }) => refused('缺少清单所列的文件', files),
  'bundle-missing/shipped': ({ files, facts }) => refused(`缺少 ${facts} 称已附带的文件`, files),
  'bundle-additional': ({ files }) => refused('有清单未列出的多余文件', files),
  'bad-value/parts': ({ reason }) =>
    `各参数应彼此相符，但不相符（${reason}）；请传入复现包各函数的返回值`,
};
