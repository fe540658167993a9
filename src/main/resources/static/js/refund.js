// Shows the sum of a refund while tickets are chosen. Without this script a button does it.
const form = document.querySelector('[data-testid="order-refund"]');

if (form) {
  const sum = form.querySelector('[data-testid="refund-sum"]');
  const atFault = form.querySelector('[name="organiserAtFault"]');
  form.querySelector('[value="calculate"]').hidden = true;
  const show = () => {
    const amount = [...form.querySelectorAll('[name="ticket"]:checked')]
      .reduce((total, ticket) => total + Number(atFault.checked ? ticket.dataset.price : ticket.dataset.refund), 0);
    sum.dataset.amount = amount;
    sum.textContent = `₩${amount.toLocaleString('en-US')}`;
  };
  form.addEventListener('change', show);
  show();
}
