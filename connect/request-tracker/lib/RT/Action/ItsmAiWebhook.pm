# ItsmAi webhook for Request Tracker 5.
# Copyright (c) The ItsmAi authors.
#
# This module extends Request Tracker's classes and is loaded into Request Tracker. Request Tracker is licensed under
# version 2 of the GNU General Public License, and so is this file: you may use, copy, change and pass it on under
# version 2 of that licence (https://www.gnu.org/licenses/old-licenses/gpl-2.0.html). It comes WITHOUT ANY WARRANTY.
# The rest of ItsmAi talks to Request Tracker over HTTP alone and keeps its own licence.
package RT::Action::ItsmAiWebhook;

use strict;
use warnings;
use base 'RT::Action';

use Digest::SHA qw(hmac_sha256_hex);
use JSON ();
use LWP::UserAgent;

my @WAITING;

# What a service desk changes; outgoing mail, watchers and links are not news to a receiver.
my %NEWS = map { $_ => 1 } qw(Create Correspond Comment Status CustomField Set);

sub Prepare {
    my $self = shift;
    return 0 unless RT->Config->Get('ItsmAiUrl') && RT->Config->Get('ItsmAiSecret');
    return scalar( $self->_news ) ? 1 : 0;
}

# Whatever goes wrong here is logged and never undoes or blocks the change that a person made.
sub Commit {
    my $self = shift;
    eval {
        my $document = $self->_document;
        RT->DatabaseHandle->TransactionDepth ? push( @WAITING, $document ) : _send($document);
        1;
    } or RT->Logger->error("ItsmAi webhook: $@");
    return 1;
}

# Under TransactionBatch the scrip runs once a request with all of its transactions.
sub _news {
    my $self = shift;
    my $batch = $self->TicketObj->TransactionBatch || [];
    my @all = @$batch ? @$batch : ( $self->TransactionObj );
    return grep { $NEWS{ $_->Type || '' } } @all;
}

# Neither text nor custom field values of the ticket leave RT here: a receiver reads the ticket with its own rights.
sub _document {
    my $self = shift;
    my @news = $self->_news;
    my $base = RT->Config->Get('WebBaseURL');
    my $id   = $self->TicketObj->Id;
    return {
        specversion     => '1.0',
        id              => 'txn-' . $news[0]->Id,
        source          => $base,
        type            => 'rt.ticket.' . _kind(@news),
        time            => _time( $news[0] ),
        subject         => "ticket/$id",
        datacontenttype => 'application/json',
        data            => {
            ticket       => { id => 0 + $id, url => "$base/Ticket/Display.html?id=$id" },
            transaction  => _transaction( $news[0] ),
            transactions => [ map { _transaction($_) } @news ],
        },
    };
}

sub _kind {
    my %type = map { ( $_->Type eq 'Set' ? 'Set-' . ( $_->Field || '' ) : $_->Type ) => $_ } @_;
    return 'created'      if $type{Create};
    return 'status'       if $type{Status};
    return 'corresponded' if $type{Correspond};
    return 'commented'    if $type{Comment};
    return 'moved'        if $type{'Set-Queue'};
    return 'updated';
}

sub _transaction {
    my $txn = shift;
    my ( $field, $name ) = ( $txn->Field, _naming($txn) );
    my %told = (
        id    => 0 + $txn->Id,
        type  => $txn->Type,
        field => $field,
        old   => $txn->OldValue,
        new   => $txn->NewValue,
        time  => _time($txn),
        actor => { name => $txn->CreatorObj->Name },
    );
    $told{fieldName} = _name( 'RT::CustomField', $field ) if $txn->Type eq 'CustomField';
    if ($name) {
        $told{oldName} = _name( $name, $txn->OldValue );
        $told{newName} = _name( $name, $txn->NewValue );
    }
    return \%told;
}

# The class whose ids stand in a transaction's values.
sub _naming {
    my $txn = shift;
    return undef unless $txn->Type eq 'Set';
    return { Queue => 'RT::Queue', Owner => 'RT::User' }->{ $txn->Field || '' };
}

# Read as the system user: the person who acted may not see the queue that the ticket went to.
sub _name {
    my ( $class, $id ) = @_;
    return undef unless defined $id && $id =~ /^\d+$/;
    my $record = $class->new( RT->SystemUser );
    $record->Load($id);
    return $record->Id ? $record->Name : undef;
}

sub _time { return $_[0]->CreatedObj->W3CDTF( Timezone => 'UTC' ) }

# One try: the receiver's own sweep of the transactions finds what is lost here.
sub _send {
    my $document = shift;
    my $body   = JSON->new->utf8->canonical->encode($document);
    my $time   = time;
    my $secret = RT->Config->Get('ItsmAiSecret');
    utf8::encode($secret) if utf8::is_utf8($secret);
    my $agent = LWP::UserAgent->new(
        agent        => 'itsmai-rt/1',
        timeout      => RT->Config->Get('ItsmAiTimeout') || 3,
        max_redirect => 0,
        max_size     => 65536,
    );
    my $answer = $agent->post(
        RT->Config->Get('ItsmAiUrl'),
        'Content-Type'     => 'application/cloudevents+json',
        'X-Itsm-Delivery'  => $document->{id},
        'X-Itsm-Signature' => "t=$time,v1=" . hmac_sha256_hex( "$time.$body", $secret ),
        Content            => $body,
    );
    RT->Logger->error("ItsmAi webhook: $document->{subject} $document->{id}: " . $answer->status_line)
        unless $answer->is_success;
    return;
}

# TransactionBatch runs after the commit when a ticket changes by mail or REST, and before it when somebody changes it
# in the web interface: there a receiver that reads the ticket back would still see the old one. What was found inside
# an open transaction therefore waits for its end.
sub _settled {
    my $committed = shift;
    return if RT->DatabaseHandle->TransactionDepth;
    my @due = splice @WAITING;
    return unless $committed;
    for my $document (@due) {
        eval { _send($document); 1 } or RT->Logger->error("ItsmAi webhook: $@");
    }
    return;
}

{
    no warnings qw(once redefine);
    my $commit   = RT::Handle->can('Commit');
    my $rollback = RT::Handle->can('Rollback');
    *RT::Handle::Commit = sub {
        my @said = $commit->(@_);
        _settled(1) if @WAITING;
        return wantarray ? @said : $said[0];
    };
    *RT::Handle::Rollback = sub {
        my @said = $rollback->(@_);
        _settled(0) if @WAITING;
        return wantarray ? @said : $said[0];
    };
}

RT::Base->_ImportOverlays();

1;
