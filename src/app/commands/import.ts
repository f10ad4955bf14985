import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { SourceCode } from '#features/situation/model.ts'
import { Problem } from '#kit/problem.ts'
import { actingAs } from '../acting-as.ts'
import { client } from '../network.ts'
import { withNetwork } from './network.ts'

interface ImportOptions {
  as?: string
  asOf?: string
  withoutRejected?: boolean
}

/**
 * Imports editions of open data, each all or nothing: those carried with the software, or a newer file of one source.
 * @throws Error listing every rejected row, with its line and how to mend it.
 */
export async function importCommand(
  source: string | undefined,
  file: string | undefined,
  options: ImportOptions,
): Promise<void> {
  const known = SourceCode.options
  const chosen = source === undefined ? known : known.filter(code => code === source)
  if (!chosen.length) throw new Error(`There is no source ${source}. Choose one of: ${known.join(', ')}.`)
  await withNetwork(async ({ ground }) => {
    const actor = await actingAs(ground, 'analyse', options.as)
    const situation = client(ground, actor).situation
    for (const code of chosen) {
      console.log(`${code}, in the name of ${actor.name} …`)
      try {
        const done = await situation.import({
          source: code,
          withoutRejected: options.withoutRejected ?? false,
          ...(file === undefined ? {} : { file: new File([await readFile(file)], basename(file)) }),
          ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
        })
        console.log(
          `  as of ${done.asOf}: ${done.rows} rows, total ${done.total}; ${done.added} added, ${done.gone} gone, ${done.rejected} rejected`,
        )
        for (const remark of done.remarks)
          console.log(`  ${typeof remark === 'string' ? remark : JSON.stringify(remark)}`)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        const issues = error.data.issues.map(
          issue => `  ${issue.message}${issue.mend ? ` ${issue.mend}` : ''}`,
        )
        throw new Error([error.message, ...issues].join('\n'), { cause: error })
      }
    }
  }, false)
}
