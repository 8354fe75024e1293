## Words of the messages between residents and the office, English. They come with the screens that say them.

support-title = Messages
conversation-title = Conversation with the office
new-conversation-title = Write to the office
support-new = Write to the office
support-empty-title = No messages yet
support-empty = A question about a reading, a meter or a bill? Write to us here. You find the answer here as well.
support-offline = No connection at the moment. You can write all the same: it is kept on this { $device ->
    [phone] phone
   *[computer] computer
 } and handed in by itself.
support-unread = New answer
support-state-open = The office has not answered yet
support-state-answered = Answered
support-state-closed = Closed
support-topic = What is it about?
support-topic-readings = Readings
support-topic-meter = Meter
support-topic-bill = Bill
support-topic-payment = Payment
support-topic-account = My account
support-topic-other = Something else
support-text = Your message
support-answer = Your answer
support-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
 }
support-too-long = { $count ->
    [one] Too long by { $count } character
   *[other] Too long by { $count } characters
 }
support-nothing = Write something, or add a photo.
support-no-topic = Choose what it is about.
support-send = Send
support-photo-add = Add a photo
support-photo-number = Photo { $number }
support-photo-remove = Take away photo { $number }
support-photo-open = Open photo { $number }
support-photo-unreadable = This file is no photo that can be read here. Choose another one.
support-photo-waiting = Photo not handed in yet
support-photo-refused = Photo not accepted
support-photo-close = Close
support-photo-away = The photo is shown as soon as there is a connection.
support-you = You
support-office = Office
support-question = The office asks about this reading
support-question-about = { $service }, { $period }
support-question-look = Look at the meter
support-closed = This conversation is closed. If you write, it is open again.
support-unknown-title = This conversation is not here
support-unknown = It may belong to other premises, or there has been no connection since it was written.
support-home = { $count ->
    [one] The office has written to you
   *[other] The office has written to you: { $count } conversations
 }
support-home-question = The office has a question about a reading
problem-conversation_unknown = This conversation does not exist any more. Please begin a new one.
problem-photo_refused = The photo could not be read. Please take another one.
