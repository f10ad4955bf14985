import { type InputHTMLAttributes, useEffect, useRef } from 'react'

type Rest = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'value' | 'multiple' | 'className'>

/** An input of one file whose file the page may hold: one kept while somebody signed in again stands in it as it was chosen. */
export const FileInput = ({
  file,
  onFile,
  ...rest
}: Rest & { file: File | null; onFile: (file: File | null) => void }) => {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const shown = input.current
    if (!shown || (shown.files?.[0] ?? null) === file) return
    // A browser lets no page write a path here, but a list of files that was handed to it before.
    const put = new DataTransfer()
    if (file) put.items.add(file)
    shown.files = put.files
  }, [file])
  return (
    <input
      {...rest}
      ref={input}
      className="input"
      type="file"
      onChange={event => onFile(event.target.files?.[0] ?? null)}
    />
  )
}

/** Whether the browser can still read it: one that was changed or went after it was chosen is lost to the page. */
export const isReadable = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )
