import { answer } from './answer.js'

const [entry, status] = ['textarea', 'p'].map((name) => document.querySelector(name))

entry.addEventListener('input', () => {
  status.textContent = answer(entry.value)
})
