import './dialog.css'
import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react'
import { useText } from './i18n.ts'
import { KeyLevel, layers } from './keys.ts'

/** The row at the foot of the dialog around: the button that sends a form stands there beside the way back. Null on a page. */
export const DialogFoot = createContext<HTMLElement | null>(null)

/**
 * A native modal dialog: Escape and “Go back” close it, the focus returns where it was. Shown as long as it is rendered.
 * `actions` stand before the way back; give the primary one `autoFocus` only if it can be undone.
 */
export const Dialog = (props: {
  title: ReactNode
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  wide?: boolean
  closeLabel?: string
}) => {
  const t = useText()
  const heading = useId()
  const element = useRef<HTMLDialogElement>(null)
  const [foot, setFoot] = useState<HTMLElement | null>(null)
  const level = useContext(KeyLevel) + 1
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    // An empty layer keeps the page's own keys quiet underneath.
    const layer = { level, keys: () => ({}) }
    layers.set(all => [...all, layer])
    if (dialog && !dialog.open) dialog.showModal()
    return () => {
      layers.set(all => all.filter(other => other !== layer))
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [level])
  return (
    <KeyLevel value={level}>
      <dialog
        className="dialog"
        ref={element}
        aria-labelledby={heading}
        data-wide={props.wide ? '' : undefined}
        onCancel={event => {
          if (event.target !== element.current) return
          event.preventDefault()
          props.onClose()
        }}
      >
        <h2 id={heading}>{props.title}</h2>
        <div className="dialog-body">
          <DialogFoot value={foot}>{props.children}</DialogFoot>
        </div>
        <div className="dialog-foot buttons">
          <span className="dialog-send" ref={setFoot} />
          {props.actions}
          <button type="button" className="button" onClick={props.onClose}>
            {props.closeLabel ?? t(props.actions ? 'cancel' : 'close')} <kbd>Esc</kbd>
          </button>
        </div>
      </dialog>
    </KeyLevel>
  )
}
