/** A document of the library, which any result can be: facts, tables, texts, notes and warnings in reading order. */
import type { Block, Cell, Document, TableBlock } from 'wasmetrics/report';
import '../style/documents.css';

export function DocumentShown({ document }: { readonly document: Document }) {
  return (
    <div class="document">
      <h3>{document.title}</h3>
      {document.blocks.map((block, i) => (
        <BlockShown key={i} block={block} of={document.title} />
      ))}
      {document.footer !== undefined && <p class="note">{document.footer}</p>}
    </div>
  );
}

function BlockShown({ block, of }: { readonly block: Block; readonly of: string }) {
  switch (block.type) {
    case 'facts':
      return (
        <dl class="facts">
          {block.facts.map(({ label, words }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <TableShown table={block} of={of} />;
    case 'text':
      return <Lines lines={block.paragraphs} />;
    case 'notes':
      return <Lines lines={block.notes} look="note" />;
    case 'warnings':
      return <Lines lines={block.warnings} look="warning" />;
  }
}

function Lines({ lines, look }: { readonly lines: readonly string[]; readonly look?: string }) {
  return (
    <>
      {lines.map((line) => (
        <p key={line} class={look}>
          {line}
        </p>
      ))}
    </>
  );
}

/** A table that scrolls in itself where it is wider than the page. */
function TableShown({
  table: { name, columns, rows },
  of,
}: {
  readonly table: TableBlock;
  readonly of: string;
}) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={`${of}: ${name}`}>
      <table>
        <thead>
          <tr>
            {columns.map(({ heading, align, variable }, i) => (
              <th key={i} scope="col" class={align}>
                {variable === true ? <code>{heading}</code> : heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, level = 0 }, i) => (
            <tr key={i}>
              {columns.map(({ align }, j) => (
                <CellShown key={j} cell={cells[j]} align={align} level={j === 0 ? level : 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly cell: Cell | undefined;
  readonly align: string;
  readonly level: number;
}

function CellShown({ cell, align, level }: CellProps) {
  const text = cell?.text ?? '';
  return (
    <td class={align} style={level > 0 ? { '--level': level } : undefined}>
      {cell?.variable === true ? <code>{text}</code> : text}
    </td>
  );
}
