import './dialog.css'
import { type ReactNode, useContext, useEffect, useId, useRef } from 'react'
import { useText } from './i18n.ts'
import { KeyLevel, layers } from './keys.ts'

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
        <div className="dialog-body">{props.children}</div>
        <div className="dialog-foot buttons">
          {props.actions}
          <button type="button" className="button" onClick={props.onClose}>
            {props.closeLabel ?? t(props.actions ? 'cancel' : 'close')} <kbd>Esc</kbd>
          </button>
        </div>
      </dialog>
    </KeyLevel>
  )
}
