package io.platformapi.grizzly;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/** The way from Grizzly's events to the conversation of each connection. */
final class Intake extends BaseFilter {

    private final Desk desk;
    private final Attribute<Conversation> conversations =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(Intake.class.getName());

    Intake(Desk desk) {
        this.desk = desk;
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) {
        Conversation conversation = new Conversation(desk, context.getConnection());
        conversations.set(context.getConnection(), conversation);
        conversation.opened();
        return context.getStopAction();
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        Buffer buffer = context.getMessage();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        buffer.tryDispose();
        Conversation conversation = conversations.get(context.getConnection());
        if (conversation != null) {
            conversation.received(bytes);
        }
        return context.getStopAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        Conversation conversation = conversations.get(context.getConnection());
        if (conversation != null) {
            conversation.closed();
        }
        return context.getStopAction();
    }

    @Override
    public void exceptionOccurred(FilterChainContext context, Throwable failure) {
        OutOfMemory.tell(failure);
    }
}
