import { z } from 'zod'
import { operation } from '#kit/contract.ts'
import { ScreenLanguage } from '#vocabulary/language.ts'
import { One, reading, Saved, tags, writing } from './api-parts.ts'
import { Attachment } from './model.ts'

const File = z.file().max(10 * 1024 * 1024, 'Larger than 10 MB. Send a smaller file.')
const download = z.object({
  headers: z.object({ 'content-disposition': z.string(), 'cache-control': z.string() }),
  body: z.file(),
})

/** Attachments, and a warning as a file: CAP and PDF. */
export const filesWarnings = {
  attach: operation
    .meta(writing)
    .route({ method: 'POST', path: '/warnings/{id}/attachments', summary: 'Attach a file to a draft', tags })
    .input(One.extend({ file: File }))
    .output(Attachment),

  detach: operation
    .meta(writing)
    .route({
      method: 'DELETE',
      path: '/warnings/{id}/attachments/{attachment}',
      summary: 'Take a file off a draft',
      tags,
    })
    .input(One.extend({ attachment: z.uuid() }))
    .output(One),

  attachment: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/warnings/{id}/attachments/{attachment}',
      summary: 'Download an attachment',
      outputStructure: 'detailed',
      tags,
    })
    .input(One.extend({ attachment: z.uuid() }))
    .output(download),

  cap: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/warnings/{id}/cap',
      summary: 'As a CAP 1.2 message',
      outputStructure: 'detailed',
      tags,
    })
    .input(One)
    .output(download),

  importCap: operation
    .meta(writing)
    .route({ method: 'POST', path: '/warnings/cap', summary: 'Make a draft of a CAP 1.2 message', tags })
    .input(z.object({ file: z.file().max(1024 * 1024, 'A CAP message of more than 1 MB is refused.') }))
    .output(
      Saved.extend({
        findings: z.array(z.object({ where: z.string(), message: z.string() })).meta({
          description: 'What of the message had no place in our form, or was read with doubt.',
        }),
      }),
    ),

  pdf: operation
    .meta(reading)
    .route({
      method: 'GET',
      path: '/warnings/{id}/pdf',
      summary: 'As a PDF with the marking on each page',
      outputStructure: 'detailed',
      tags,
    })
    .input(
      One.extend({
        language: ScreenLanguage.optional().meta({
          title: 'Language',
          description: 'Of the labels; else the one chosen for letters.',
        }),
      }),
    )
    .output(download),
}
