钱进、孙会 fiscal_pay 于 $payment
  · amount_fen = $amount
  · paid_on = $today
  · document = $docno
  · reference = $reference
